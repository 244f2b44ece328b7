package io.crmkit.service.calendar;

import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.Shift;
import io.crmkit.api.service.calendar.SpecialDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the working intervals of a calendar, in order, without overlap. Touching ones are
 * joined, up to a week: work round the clock must not be walked to its end before the first answer.
 *
 * <p>The walk goes through stretches of constant offset one after the other. Within such a stretch
 * local time is instant plus offset, so that gaps and overlaps of the clock need no case of their
 * own: a skipped hour lies in no stretch, and a repeated hour lies in two.
 */
final class WorkIntervals {

  private static final long DAY = 86_400;
  private static final long LONGEST = 7 * DAY;
  private static final long NEVER = Long.MAX_VALUE;

  private final Hours hours;
  private final long end;

  // The stretch of constant offset being walked, in epoch seconds.
  private long stretchStart;
  private long stretchEnd;
  private int offset;
  // The next shift to look at within the stretch.
  private long day;
  private int shift;
  // An interval found but not yet handed out, since what follows may touch it.
  private long pendingStart = NEVER;
  private long pendingEnd;

  private long start;
  private long stop;

  /**
   * @param from first second looked at
   * @param end first second no longer looked at
   */
  WorkIntervals(Hours hours, long from, long end) {
    this.hours = hours;
    this.end = end;
    enterStretch(from);
  }

  /** The beginning of the interval found last, in epoch seconds. */
  long start() {
    return start;
  }

  /** The end of the interval found last, in epoch seconds. */
  long stop() {
    return stop;
  }

  /** Moves to the next working interval; false when there is none before the end. */
  boolean next() {
    while (stretchStart < end) {
      while (day * DAY < stretchEnd + offset) {
        if (takeShift()) {
          return true;
        }
      }
      enterStretch(stretchEnd);
    }
    return flush();
  }

  /** Looks at one shift; true when it completed an earlier interval, which is then handed out. */
  private boolean takeShift() {
    DayHours today = hours.on(day);
    if (shift >= today.shifts().size()) {
      day++;
      shift = 0;
      return false;
    }
    Shift next = today.shifts().get(shift++);
    long shiftStart = day * DAY + next.startSecond() - offset;
    long from = Math.max(shiftStart, stretchStart);
    long to = Math.min(shiftStart + next.lengthInSeconds(), stretchEnd);
    if (from >= to) {
      return false;
    }
    boolean touches = pendingStart != NEVER && from <= pendingEnd;
    if (touches && pendingEnd - pendingStart < LONGEST) {
      pendingEnd = Math.max(pendingEnd, to);
      return false;
    }
    from = touches ? pendingEnd : from;
    boolean found = flush();
    if (from < to) {
      pendingStart = from;
      pendingEnd = to;
    }
    return found;
  }

  private boolean flush() {
    if (pendingStart == NEVER) {
      return false;
    }
    start = pendingStart;
    stop = pendingEnd;
    pendingStart = NEVER;
    return true;
  }

  private void enterStretch(long from) {
    stretchStart = from;
    if (from >= end) {
      return;
    }
    Instant instant = Instant.ofEpochSecond(from);
    offset = hours.rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition change = hours.rules.nextTransition(instant);
    stretchEnd = change == null ? end : Math.min(end, change.toEpochSecond());
    // A shift that began on the evening before may still run.
    day = Math.floorDiv(from + offset, DAY) - 1;
    shift = 0;
  }

  /** A calendar prepared for look-up by day. */
  static final class Hours {
    final ZoneRules rules;
    private final Map<Long, SpecialDay> special = new HashMap<>();
    private final DayHours[] week = new DayHours[7];
    private final long lastSpecialDay;
    private final boolean openSomeWeekday;

    Hours(BusinessCalendar calendar) {
      rules = calendar.zone().getRules();
      calendar.specialDays().forEach(day -> special.put(day.date().toEpochDay(), day));
      for (DayOfWeek day : DayOfWeek.values()) {
        week[day.ordinal()] = calendar.week().on(day);
      }
      openSomeWeekday = !calendar.week().days().isEmpty();
      lastSpecialDay =
          special.keySet().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE / DAY);
    }

    DayHours on(long epochDay) {
      SpecialDay exception = special.get(epochDay);
      // 1970-01-01 was a Thursday.
      return exception != null ? exception.hours() : week[(int) Math.floorMod(epochDay + 3, 7L)];
    }

    @Nullable SpecialDay special(LocalDate date) {
      return special.get(date.toEpochDay());
    }

    /** The epoch second after which nothing is ever worked, or the given limit if work goes on. */
    long lastWork(long limit) {
      return openSomeWeekday ? limit : Math.min(limit, (lastSpecialDay + 3) * DAY);
    }
  }
}
