package io.crmkit.service.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time of one kind. Spans of one answer follow each other without gap.
 *
 * @param from included
 * @param to not included
 * @param kind working time, outside hours, or a holiday
 * @param name the holiday's name; empty for the other kinds
 */
public record Span(Instant from, Instant to, Kind kind, String name) {

  /** What a stretch of time is to a business calendar. */
  public enum Kind {
    WORKING,
    OFF_HOURS,
    HOLIDAY
  }

  /** The real time between the two ends. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
