package io.crmkit.service.calendar;

import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The oracle: walks minute by minute and asks the wall clock. Far too slow for use, and too simple
 * to be wrong. Knows whole minutes only.
 */
public final class MinuteWalk {

  private final BusinessCalendar calendar;

  public MinuteWalk(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  public boolean works(Instant minute) {
    LocalDateTime wall = LocalDateTime.ofInstant(minute, calendar.zone());
    return covers(wall.toLocalDate(), wall) || covers(wall.toLocalDate().minusDays(1), wall);
  }

  private boolean covers(LocalDate day, LocalDateTime wall) {
    DayHours hours =
        calendar.specialDays().stream()
            .filter(special -> special.date().equals(day))
            .findFirst()
            .map(special -> special.hours())
            .orElse(calendar.week().on(day.getDayOfWeek()));
    for (Shift shift : hours.shifts()) {
      LocalDateTime from = day.atTime(shift.from());
      LocalDateTime to = day.atTime(shift.to());
      if (!to.isAfter(from)) {
        to = to.plusDays(1);
      }
      if (!wall.isBefore(from) && wall.isBefore(to)) {
        return true;
      }
    }
    return false;
  }

  public Duration between(Instant from, Instant to, Predicate<Instant> excluded) {
    long minutes = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      minutes += works(at) && !excluded.test(at) ? 1 : 0;
    }
    return Duration.ofMinutes(minutes);
  }

  public Optional<Instant> plus(Instant from, Duration budget, Predicate<Instant> excluded) {
    long left = budget.toMinutes();
    Instant at = from;
    Instant giveUp = from.plus(Duration.ofDays(60));
    while (left > 0 && at.isBefore(giveUp)) {
      left -= works(at) && !excluded.test(at) ? 1 : 0;
      at = at.plusSeconds(60);
    }
    return left == 0 ? Optional.of(at) : Optional.empty();
  }
}
