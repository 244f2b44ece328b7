package io.crmkit.core.kernel.lab;

/** Only ever added, though two specimens may turn out to be one. */
public record Sighting(TagId id, long version, SpecimenId specimen, String word) {}
