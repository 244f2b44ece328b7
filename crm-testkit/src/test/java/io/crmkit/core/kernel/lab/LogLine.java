package io.crmkit.core.kernel.lab;

/** Only ever added, and not audited. */
public record LogLine(TagId id, long version, String line) {}
