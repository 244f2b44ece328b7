package io.crmkit.api.service.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;

/**
 * One uninterrupted stretch of working time on the wall clock. A shift belongs to the day on which
 * it begins: 22:00 to 06:00 on Friday ends on Saturday morning and is still Friday's shift.
 *
 * <p>{@code to} is the first time of day after {@code from} that reads so; therefore {@code to} at
 * or before {@code from} lies on the next day, 09:00 to 00:00 ends at midnight, and equal times
 * mean 24 hours. Times are whole seconds. Immutable and thread-safe.
 *
 * @param from the first second of work, included
 * @param to the second at which work ends, not included
 */
public record Shift(LocalTime from, LocalTime to) {

  /** The shift that lasts from midnight to midnight. */
  public static final Shift ALL_DAY = new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /**
   * @throws IllegalArgumentException if a time has a fraction of a second
   */
  public Shift {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.getNano() != 0 || to.getNano() != 0) {
      throw new IllegalArgumentException(
          "A shift begins and ends on a whole second: " + from + "-" + to);
    }
  }

  /**
   * Reads {@code "09:00-12:00"}; {@code "24:00"} is accepted as an end and means midnight.
   *
   * @throws IllegalArgumentException if the text is not two times joined by a hyphen
   */
  public static Shift parse(String text) {
    String[] ends = text.trim().split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("Expected a shift such as 09:00-12:00, got: " + text);
    }
    try {
      String end = ends[1].trim();
      return new Shift(
          LocalTime.parse(ends[0].trim()),
          end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException("Expected a shift such as 09:00-12:00, got: " + text, e);
    }
  }

  /**
   * How long the shift is on a day without a change of the clocks; more than zero, at most 24
   * hours.
   */
  public Duration length() {
    return Duration.ofSeconds(lengthInSeconds());
  }

  /** The second of its day at which the shift begins, 0 to 86,399. */
  public int startSecond() {
    return from.toSecondOfDay();
  }

  /** The length in seconds, 1 to 86,400. */
  public int lengthInSeconds() {
    int length = to.toSecondOfDay() - from.toSecondOfDay();
    return length > 0 ? length : length + 86_400;
  }

  /** Whether the shift ends on the day after it began, later than midnight. */
  public boolean overnight() {
    return startSecond() + lengthInSeconds() > 86_400;
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
