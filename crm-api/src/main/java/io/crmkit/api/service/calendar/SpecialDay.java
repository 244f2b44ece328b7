package io.crmkit.api.service.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A date whose hours differ from its weekday's: a public holiday, a make-up workday, a short day
 * before a feast. The hours given replace the weekday's completely. A shift that began on the
 * evening before still runs to its end, because it belongs to the day on which it began.
 *
 * @param date the date in the calendar's zone
 * @param name what the day is called, shown when a deadline is explained; may be empty
 * @param hours the hours of that day; closed for a holiday
 */
public record SpecialDay(LocalDate date, String name, DayHours hours) {

  public SpecialDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hours, "hours");
  }
}
