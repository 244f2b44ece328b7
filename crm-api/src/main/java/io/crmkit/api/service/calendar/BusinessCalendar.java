package io.crmkit.api.service.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * When service works: a zone, the hours of an ordinary week, and the days that differ from it.
 *
 * <p>An instant is working time exactly when the wall clock of the zone then shows a time within a
 * shift. It follows what happens when the clocks change: an hour that is skipped in spring is not
 * worked, and an hour that is repeated in autumn is worked twice (22:00 to 06:00 is seven real
 * hours in the one night and nine in the other).
 *
 * <p>Immutable and thread-safe. A change makes a new calendar; what is in flight keeps the old one.
 *
 * @param zone the zone whose wall clock counts
 * @param week the ordinary week
 * @param specialDays holidays, make-up days and other exceptions, sorted by date, one per date
 */
public record BusinessCalendar(ZoneId zone, WeeklyHours week, List<SpecialDay> specialDays) {

  /**
   * Sorts the special days by date.
   *
   * @throws IllegalArgumentException if two special days have the same date
   */
  public BusinessCalendar {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(week, "week");
    TreeMap<LocalDate, SpecialDay> byDate = new TreeMap<>();
    for (SpecialDay day : specialDays) {
      if (byDate.put(day.date(), day) != null) {
        throw new IllegalArgumentException("Two special days on " + day.date());
      }
    }
    specialDays = List.copyOf(byDate.values());
  }

  /** A calendar of ordinary weeks, to which special days can be added. */
  public static BusinessCalendar of(ZoneId zone, WeeklyHours week) {
    return new BusinessCalendar(zone, week, List.of());
  }

  /** Round the clock, every day of the year. The zone only names the days. */
  public static BusinessCalendar roundTheClock(ZoneId zone) {
    return of(zone, WeeklyHours.ROUND_THE_CLOCK);
  }

  /** This calendar with one more special day, or with another one on its date. */
  public BusinessCalendar with(SpecialDay day) {
    List<SpecialDay> days = new ArrayList<>(specialDays);
    days.removeIf(known -> known.date().equals(day.date()));
    days.add(day);
    return new BusinessCalendar(zone, week, days);
  }

  /** This calendar with a holiday on a date. */
  public BusinessCalendar withHoliday(LocalDate date, String name) {
    return with(new SpecialDay(date, name, DayHours.CLOSED));
  }

  /**
   * This calendar with a make-up workday: the date is worked like the given weekday, as happens on
   * week-ends that repay a long holiday.
   */
  public BusinessCalendar withMakeUpDay(LocalDate date, DayOfWeek workedLike) {
    return with(new SpecialDay(date, "", week.on(workedLike)));
  }
}
