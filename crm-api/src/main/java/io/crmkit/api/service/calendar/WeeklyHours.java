package io.crmkit.api.service.calendar;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The working hours of an ordinary week. A weekday that is not named is closed. Immutable and
 * thread-safe.
 *
 * @param days hours by weekday; closed days may be left out and are left out of the copy kept
 */
public record WeeklyHours(Map<DayOfWeek, DayHours> days) {

  /** A week in which nobody works; special days may still be worked. */
  public static final WeeklyHours CLOSED = new WeeklyHours(Map.of());

  /** Round the clock, every day. */
  public static final WeeklyHours ROUND_THE_CLOCK =
      CLOSED.with(EnumSet.allOf(DayOfWeek.class), DayHours.ALL_DAY);

  public WeeklyHours {
    Map<DayOfWeek, DayHours> copy = new EnumMap<>(DayOfWeek.class);
    days.forEach(
        (day, hours) -> {
          if (!hours.closed()) {
            copy.put(day, hours);
          }
        });
    days = Collections.unmodifiableMap(copy);
  }

  /** Monday to Friday with the same hours. */
  public static WeeklyHours workweek(DayHours hours) {
    return CLOSED.with(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), hours);
  }

  /** This week with other hours on the given weekdays. */
  public WeeklyHours with(Set<DayOfWeek> weekdays, DayHours hours) {
    Objects.requireNonNull(hours, "hours");
    Map<DayOfWeek, DayHours> changed = new EnumMap<>(DayOfWeek.class);
    changed.putAll(days);
    weekdays.forEach(day -> changed.put(day, hours));
    return new WeeklyHours(changed);
  }

  /** The hours of a weekday; {@link DayHours#CLOSED} where none were named. */
  public DayHours on(DayOfWeek day) {
    return days.getOrDefault(day, DayHours.CLOSED);
  }
}
