package io.crmkit.api.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Some days in a row.
 *
 * @param from the first day, or null if it began before anyone remembers
 * @param until the day after the last one, or null if no end is known
 */
public record DateSpan(@Nullable LocalDate from, @Nullable LocalDate until) {

  /** From this day on, without a known end. */
  public static DateSpan since(@Nullable LocalDate from) {
    return new DateSpan(from, null);
  }

  /** Always. */
  public static DateSpan always() {
    return new DateSpan(null, null);
  }

  /** This span, ended before that day. */
  public DateSpan endingBefore(LocalDate day) {
    return new DateSpan(from, day);
  }

  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** Whether there is no day in it. */
  public boolean isEmpty() {
    return from != null && until != null && !from.isBefore(until);
  }

  /** The days that are in both; may be empty. */
  public DateSpan intersect(DateSpan other) {
    LocalDate start = from;
    if (start == null || (other.from != null && other.from.isAfter(start))) {
      start = other.from;
    }
    LocalDate end = until;
    if (end == null || (other.until != null && other.until.isBefore(end))) {
      end = other.until;
    }
    return new DateSpan(start, end);
  }

  public boolean overlaps(DateSpan other) {
    return !intersect(other).isEmpty();
  }
}
