package io.crmkit.core.kernel.lab;

/** A definition: everyone in the tenant may read it. */
public record Rule(TagId id, long version, String word) {}
