package io.crmkit.service.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ClockSegment;
import io.crmkit.api.service.sla.ClockStatus;
import io.crmkit.service.calendar.CalendarSamples;
import io.crmkit.service.calendar.MinuteWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlaProperties {

  private static final Duration LATER = Duration.ofDays(20);

  @Property(tries = 200)
  void the_deadline_is_where_a_walk_by_minutes_ends_that_leaves_out_the_pauses(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant start,
      @ForAll("gaps") List<Integer> gaps,
      @ForAll("budgets") int minutes) {
    Duration budget = Duration.ofMinutes(minutes);
    List<SlaEvent> log = log(calendar, start, gaps, budget);
    Instant asOf = start.plus(LATER);
    Predicate<Instant> paused = pauses(start, gaps);
    MinuteWalk walk = new MinuteWalk(calendar);

    ClockReading reading = SlaClocks.read(log, asOf).get(0);

    assertThat(reading.used()).isEqualTo(walk.between(start, asOf, paused));
    Optional<Instant> due = walk.plus(start, budget, paused);
    due.ifPresent(expected -> assertThat(reading.times().deadline()).isEqualTo(expected));
  }

  @Property(tries = 300)
  void a_pause_never_brings_the_deadline_nearer(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant start,
      @ForAll("gaps") List<Integer> gaps,
      @ForAll("budgets") int minutes) {
    Duration budget = Duration.ofMinutes(minutes);
    Instant asOf = start.plus(LATER);
    Instant with = deadline(SlaClocks.read(log(calendar, start, gaps, budget), asOf).get(0));
    Instant without =
        deadline(SlaClocks.read(log(calendar, start, List.of(), budget), asOf).get(0));
    assertThat(with).isAfterOrEqualTo(without);
  }

  @Property(tries = 300)
  void segments_leave_no_gap_and_the_counted_ones_sum_to_what_is_used_and_what_is_left(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant start,
      @ForAll("gaps") List<Integer> gaps,
      @ForAll("budgets") int minutes) {
    Instant asOf = start.plus(Duration.ofHours(7));
    ClockReading reading =
        SlaClocks.read(log(calendar, start, gaps, Duration.ofMinutes(minutes)), asOf).get(0);

    Instant reached = start;
    Duration counted = Duration.ZERO;
    for (ClockSegment segment : reading.elapsed()) {
      assertThat(segment.from()).isEqualTo(reached);
      reached = segment.to();
      counted = segment.counted() ? counted.plus(segment.length()) : counted;
    }
    assertThat(reached).isEqualTo(asOf);
    assertThat(counted).isEqualTo(reading.used());
    if (!reading.ahead().isEmpty()) {
      Duration ahead = Duration.ZERO;
      for (ClockSegment segment : reading.ahead()) {
        assertThat(segment.from()).isEqualTo(reached);
        reached = segment.to();
        ahead = segment.counted() ? ahead.plus(segment.length()) : ahead;
      }
      assertThat(reached).isEqualTo(reading.times().deadline());
      assertThat(ahead).isEqualTo(reading.remaining());
    }
  }

  @Property(tries = 300)
  void a_running_clock_keeps_its_deadline_while_time_passes(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant start,
      @ForAll("budgets") int minutes,
      @ForAll("budgets") int passed) {
    List<SlaEvent> log = log(calendar, start, List.of(), Duration.ofMinutes(minutes));
    Instant later = start.plusSeconds(passed * 60L);
    ClockReading now = SlaClocks.read(log, start).get(0);
    ClockReading then = SlaClocks.read(log, later).get(0);
    assertThat(then.times().deadline()).isEqualTo(now.times().deadline());
    Instant due = now.times().deadline();
    boolean late = due != null && later.isAfter(due);
    assertThat(then.status()).isEqualTo(late ? ClockStatus.BREACHED : ClockStatus.RUNNING);
  }

  private static Instant deadline(ClockReading reading) {
    Instant deadline = reading.times().deadline();
    return deadline == null ? Instant.MAX : deadline;
  }

  /** Gaps are minutes: to the first pause, its length, to the next one, and so on. */
  private static List<SlaEvent> log(
      BusinessCalendar calendar, Instant start, List<Integer> gaps, Duration budget) {
    List<SlaEvent> log = new ArrayList<>();
    log.add(new SlaEvent.Opened(start, Priority.HIGH, SlaGoldenTest.terms(budget, calendar)));
    Instant at = start;
    for (int i = 0; i < gaps.size(); i++) {
      at = at.plusSeconds(gaps.get(i) * 60L);
      log.add(
          i % 2 == 0 ? new SlaEvent.Paused(at, WaitingReason.CUSTOMER) : new SlaEvent.Resumed(at));
    }
    return log;
  }

  private static Predicate<Instant> pauses(Instant start, List<Integer> gaps) {
    return moment -> {
      Instant at = start;
      boolean paused = false;
      for (int i = 0; i < gaps.size(); i++) {
        at = at.plusSeconds(gaps.get(i) * 60L);
        paused = at.isAfter(moment) ? paused : i % 2 == 0;
      }
      return paused;
    };
  }

  @Provide
  Arbitrary<BusinessCalendar> calendars() {
    return CalendarSamples.calendars();
  }

  @Provide
  Arbitrary<Instant> moments() {
    return CalendarSamples.moments();
  }

  @Provide
  Arbitrary<Integer> budgets() {
    return Arbitraries.integers().between(1, 3000);
  }

  /** Up to three pauses, all over before the moment of the reading. */
  @Provide
  Arbitrary<List<Integer>> gaps() {
    return Arbitraries.integers()
        .between(1, 3000)
        .list()
        .ofMaxSize(6)
        .map(list -> list.subList(0, list.size() / 2 * 2));
  }
}
