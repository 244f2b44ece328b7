package io.crmkit.api.criteria;

/**
 * One key of a sort order. Rows without a value come last in either direction. Text is ordered by
 * Unicode code points, UUIDs as unsigned numbers.
 */
public record Order<E>(Attribute<E, ?> attribute, Direction direction) {

  /** Which end comes first. */
  public enum Direction {
    ASCENDING,
    DESCENDING
  }
}
