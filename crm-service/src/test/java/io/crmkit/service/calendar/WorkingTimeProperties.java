package io.crmkit.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.service.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorkingTimeProperties {

  @Property(tries = 300)
  void time_between_is_what_a_walk_by_minutes_counts(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll("minutes") int length) {
    Instant to = from.plusSeconds(length * 60L);
    assertThat(WorkingTime.of(calendar).between(from, to))
        .isEqualTo(new MinuteWalk(calendar).between(from, to, at -> false));
  }

  @Property(tries = 200)
  void a_budget_runs_out_where_a_walk_by_minutes_says(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll("budgets") int budget) {
    Duration minutes = Duration.ofMinutes(budget);
    Optional<Instant> walked = new MinuteWalk(calendar).plus(from, minutes, at -> false);
    // The walk gives up after two months; the arithmetic does not.
    if (walked.isPresent()) {
      assertThat(WorkingTime.of(calendar).plus(from, minutes)).isEqualTo(walked);
    }
  }

  @Property(tries = 200)
  void working_now_is_what_the_wall_clock_says(
      @ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant moment) {
    assertThat(WorkingTime.of(calendar).isWorking(moment))
        .isEqualTo(new MinuteWalk(calendar).works(moment));
  }

  @Property
  void time_between_adds_up_wherever_it_is_split(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll("milliseconds") long first,
      @ForAll("milliseconds") long second) {
    WorkingTime time = WorkingTime.of(calendar);
    Instant middle = from.plusMillis(first);
    Instant to = middle.plusMillis(second);
    assertThat(time.between(from, middle).plus(time.between(middle, to)))
        .isEqualTo(time.between(from, to));
  }

  @Property
  void a_budget_can_be_spent_in_two_parts(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll("milliseconds") long first,
      @ForAll("milliseconds") long second) {
    WorkingTime time = WorkingTime.of(calendar);
    Optional<Instant> inParts =
        time.plus(from, Duration.ofMillis(first))
            .flatMap(middle -> time.plus(middle, Duration.ofMillis(second)));
    assertThat(inParts).isEqualTo(time.plus(from, Duration.ofMillis(first + second)));
  }

  @Property
  void the_time_until_a_budget_runs_out_is_the_budget(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll("milliseconds") long budget) {
    WorkingTime time = WorkingTime.of(calendar);
    time.plus(from, Duration.ofMillis(budget))
        .ifPresent(due -> assertThat(time.between(from, due)).hasMillis(budget));
  }

  @Property
  void a_larger_budget_or_a_later_start_never_ends_earlier(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll("budgets") int budget,
      @ForAll("budgets") int more) {
    WorkingTime time = WorkingTime.of(calendar);
    Optional<Instant> due = time.plus(from, Duration.ofMinutes(budget));
    if (due.isPresent()) {
      time.plus(from, Duration.ofMinutes(budget + more))
          .ifPresent(later -> assertThat(later).isAfterOrEqualTo(due.get()));
      time.plus(from.plusSeconds(more * 60L), Duration.ofMinutes(budget))
          .ifPresent(later -> assertThat(later).isAfterOrEqualTo(due.get()));
    }
  }

  @Property(tries = 300)
  void spans_leave_no_gap_and_alternate(
      @ForAll("calendars") BusinessCalendar calendar,
      @ForAll("moments") Instant from,
      @ForAll("minutes") int length) {
    WorkingTime time = WorkingTime.of(calendar);
    Instant to = from.plusSeconds(length * 60L);
    List<Span> spans = time.spans(from, to);
    Duration worked = Duration.ZERO;
    Instant reached = from;
    Span before = null;
    for (Span span : spans) {
      assertThat(span.from()).isEqualTo(reached).isBefore(span.to());
      if (before != null) {
        assertThat(List.of(span.kind(), span.name()))
            .isNotEqualTo(List.of(before.kind(), before.name()));
      }
      worked = span.kind() == Span.Kind.WORKING ? worked.plus(span.length()) : worked;
      reached = span.to();
      before = span;
    }
    assertThat(reached).isEqualTo(to);
    assertThat(worked).isEqualTo(time.between(from, to));
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
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(1, 10 * 1440);
  }

  @Provide
  Arbitrary<Integer> budgets() {
    return Arbitraries.integers().between(1, 4000);
  }

  @Provide
  Arbitrary<Long> milliseconds() {
    return Arbitraries.longs().between(0, 6 * 86_400_000L);
  }
}
