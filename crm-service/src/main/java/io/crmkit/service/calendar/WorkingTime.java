package io.crmkit.service.calendar;

import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.SpecialDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arithmetic of a {@link BusinessCalendar}: how much of a stretch of time is worked, and when a
 * budget of working time runs out. Day-wise, never minute-wise, and exact for any fraction of a
 * second. Immutable and thread-safe.
 */
public final class WorkingTime {

  /** Nothing further ahead than this is looked for; a budget of service time never is. */
  private static final long HORIZON_SECONDS = 200L * 366 * 86_400;

  private final BusinessCalendar calendar;
  private final WorkIntervals.Hours hours;

  private WorkingTime(BusinessCalendar calendar) {
    this.calendar = calendar;
    this.hours = new WorkIntervals.Hours(calendar);
  }

  /** Prepares a calendar for calculation; worth keeping as long as the calendar is. */
  public static WorkingTime of(BusinessCalendar calendar) {
    return new WorkingTime(calendar);
  }

  /** The calendar behind the arithmetic. */
  public BusinessCalendar calendar() {
    return calendar;
  }

  /** Whether the instant is working time. */
  public boolean isWorking(Instant instant) {
    long second = instant.getEpochSecond();
    return new WorkIntervals(hours, second, second + 1).next();
  }

  /** The working time between two instants; zero if {@code to} is not after {@code from}. */
  public Duration between(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Duration.ZERO;
    }
    Duration sum = Duration.ZERO;
    WorkIntervals intervals = intervals(from, to);
    while (intervals.next()) {
      sum = sum.plus(Duration.between(start(intervals, from), stop(intervals, to)));
    }
    return sum;
  }

  /**
   * The instant at which a budget of working time that starts at {@code from} is used up. It is the
   * earliest such instant: a budget that ends with the working day ends in the evening, not on the
   * next morning, and a budget of zero ends where it starts.
   *
   * @return empty if the calendar never offers that much working time
   * @throws IllegalArgumentException if the budget is negative
   */
  public Optional<Instant> plus(Instant from, Duration budget) {
    if (budget.isNegative()) {
      throw new IllegalArgumentException("A budget of working time cannot be negative: " + budget);
    }
    if (budget.isZero()) {
      return Optional.of(from);
    }
    Duration left = budget;
    long limit = hours.lastWork(from.getEpochSecond() + HORIZON_SECONDS);
    WorkIntervals intervals = new WorkIntervals(hours, from.getEpochSecond(), limit);
    while (intervals.next()) {
      Instant start = start(intervals, from);
      Duration length = Duration.between(start, Instant.ofEpochSecond(intervals.stop()));
      if (length.compareTo(left) >= 0) {
        return Optional.of(start.plus(left));
      }
      left = left.minus(length);
    }
    return Optional.empty();
  }

  /**
   * The stretch of time from {@code from} to {@code to}, cut into working time, time outside hours
   * and holidays. The spans follow each other without gap; their working ones sum to {@link
   * #between}.
   */
  public List<Span> spans(Instant from, Instant to) {
    List<Span> spans = new ArrayList<>();
    if (!from.isBefore(to)) {
      return spans;
    }
    Instant reached = from;
    WorkIntervals intervals = intervals(from, to);
    while (intervals.next()) {
      Instant start = start(intervals, from);
      Instant stop = stop(intervals, to);
      addIdle(spans, reached, start);
      addOrJoin(spans, new Span(start, stop, Span.Kind.WORKING, ""));
      reached = stop;
    }
    addIdle(spans, reached, to);
    return spans;
  }

  /** Cuts a stretch without work at the beginnings of days, so that holidays can be named. */
  private void addIdle(List<Span> spans, Instant from, Instant to) {
    ZoneId zone = calendar.zone();
    Instant reached = from;
    LocalDate date = from.atZone(zone).toLocalDate();
    while (reached.isBefore(to)) {
      Instant nextDay = date.plusDays(1).atStartOfDay(zone).toInstant();
      Instant until = nextDay.isBefore(to) ? nextDay : to;
      // Where midnight is repeated, the second one may already lie behind.
      if (until.isAfter(reached)) {
        addOrJoin(spans, idle(reached, until, date));
        reached = until;
      }
      date = date.plusDays(1);
    }
  }

  private Span idle(Instant from, Instant to, LocalDate date) {
    SpecialDay special = hours.special(date);
    return special != null && special.hours().closed()
        ? new Span(from, to, Span.Kind.HOLIDAY, special.name())
        : new Span(from, to, Span.Kind.OFF_HOURS, "");
  }

  private static void addOrJoin(List<Span> spans, Span next) {
    int last = spans.size() - 1;
    Span before = last < 0 ? next : spans.get(last);
    boolean joins = last >= 0 && before.kind() == next.kind() && before.name().equals(next.name());
    if (joins) {
      spans.set(last, new Span(before.from(), next.to(), next.kind(), next.name()));
    } else {
      spans.add(next);
    }
  }

  private WorkIntervals intervals(Instant from, Instant to) {
    // The last second may be begun only; its end is clipped by stop().
    long end = to.getNano() == 0 ? to.getEpochSecond() : to.getEpochSecond() + 1;
    return new WorkIntervals(hours, from.getEpochSecond(), end);
  }

  private static Instant start(WorkIntervals intervals, Instant earliest) {
    Instant start = Instant.ofEpochSecond(intervals.start());
    return start.isBefore(earliest) ? earliest : start;
  }

  private static Instant stop(WorkIntervals intervals, Instant latest) {
    Instant stop = Instant.ofEpochSecond(intervals.stop());
    return stop.isAfter(latest) ? latest : stop;
  }
}
