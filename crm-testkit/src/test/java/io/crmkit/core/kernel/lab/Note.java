package io.crmkit.core.kernel.lab;

/** A remark on a specimen: only ever added, not audited. */
public record Note(TagId id, long version, SpecimenId specimen, String line, Saying saying) {

  /** Something of several kinds, kept as JSON. */
  public sealed interface Saying {}

  /** In somebody's words. */
  public record Said(String words, String by) implements Saying {}

  /** By how many. */
  public record Counted(int voices) implements Saying {}
}
