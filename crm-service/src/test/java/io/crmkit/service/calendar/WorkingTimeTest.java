package io.crmkit.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.SpecialDay;
import io.crmkit.api.service.calendar.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final BusinessCalendar office =
      BusinessCalendar.of(
          SHANGHAI, WeeklyHours.workweek(DayHours.parse("09:00-12:00 13:30-18:00")));
  private final BusinessCalendar nightShift =
      BusinessCalendar.of(
          NEW_YORK,
          WeeklyHours.CLOSED.with(Set.of(DayOfWeek.values()), DayHours.parse("22:00-06:00")));

  @Test
  void a_lunch_break_is_not_counted() {
    assertThat(hours(office, "2024-05-13T11:00", "2024-05-13T14:00"))
        .isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void a_budget_that_fills_the_day_ends_in_the_evening_and_not_on_the_next_morning() {
    assertThat(due(office, "2024-05-13T09:00", Duration.ofMinutes(450)))
        .isEqualTo(local(SHANGHAI, "2024-05-13T18:00"));
  }

  @Test
  void a_holiday_is_closed_and_a_make_up_day_is_worked() {
    BusinessCalendar calendar =
        office
            .withHoliday(LocalDate.of(2024, 5, 13), "feast")
            .withMakeUpDay(LocalDate.of(2024, 5, 12), DayOfWeek.MONDAY);
    assertThat(hours(calendar, "2024-05-13T00:00", "2024-05-14T00:00")).isZero();
    assertThat(hours(calendar, "2024-05-12T00:00", "2024-05-13T00:00"))
        .isEqualTo(Duration.ofMinutes(450));
  }

  @Test
  void a_special_day_has_hours_of_its_own() {
    BusinessCalendar calendar =
        office.with(
            new SpecialDay(LocalDate.of(2024, 5, 13), "eve", DayHours.parse("09:00-11:00")));
    assertThat(hours(calendar, "2024-05-13T00:00", "2024-05-14T00:00"))
        .isEqualTo(Duration.ofHours(2));
  }

  @Test
  void a_night_shift_is_shorter_when_clocks_go_forward_and_longer_when_they_go_back() {
    assertThat(hours(nightShift, "2024-03-08T12:00", "2024-03-09T12:00")).hasHours(8);
    assertThat(hours(nightShift, "2024-03-09T12:00", "2024-03-10T12:00")).hasHours(7);
    assertThat(hours(nightShift, "2024-11-02T12:00", "2024-11-03T12:00")).hasHours(9);
  }

  @Test
  void a_night_shift_runs_to_its_end_on_the_morning_of_a_holiday() {
    BusinessCalendar calendar =
        nightShift.withHoliday(LocalDate.of(2024, 7, 4), "Independence Day");
    assertThat(hours(calendar, "2024-07-04T00:00", "2024-07-04T12:00")).hasHours(6);
    assertThat(hours(calendar, "2024-07-04T12:00", "2024-07-05T12:00")).isZero();
  }

  @Test
  void a_shift_that_begins_in_the_skipped_hour_begins_after_it() {
    BusinessCalendar early =
        BusinessCalendar.of(
            NEW_YORK,
            WeeklyHours.CLOSED.with(Set.of(DayOfWeek.SUNDAY), DayHours.parse("02:30-05:00")));
    assertThat(hours(early, "2024-03-10T00:00", "2024-03-10T12:00")).hasHours(2);
  }

  @Test
  void the_leap_day_is_worked_like_any_other_thursday() {
    assertThat(hours(office, "2024-02-29T00:00", "2024-03-01T00:00"))
        .isEqualTo(Duration.ofMinutes(450));
    assertThat(due(office, "2024-02-28T17:00", Duration.ofHours(9)))
        .isEqualTo(local(SHANGHAI, "2024-03-01T09:30"));
  }

  @Test
  void round_the_clock_every_second_counts() {
    WorkingTime time = WorkingTime.of(BusinessCalendar.roundTheClock(NEW_YORK));
    Instant from = Instant.parse("2024-01-01T00:00:00.123456Z");
    Duration year = Duration.ofDays(366).plusNanos(1000);
    assertThat(time.between(from, from.plus(year))).isEqualTo(year);
    assertThat(time.plus(from, year)).contains(from.plus(year));
    assertThat(time.spans(from, from.plus(year))).hasSize(1);
  }

  @Test
  void where_shifts_of_two_days_overlap_no_hour_counts_twice() {
    // The night shift hands over to the next day's for an hour, week after week.
    BusinessCalendar handingOver =
        BusinessCalendar.of(
            SHANGHAI,
            WeeklyHours.CLOSED.with(
                Set.of(DayOfWeek.values()), DayHours.parse("09:00-20:00 20:00-10:00")));
    assertThat(hours(handingOver, "2024-05-01T00:00", "2024-05-31T00:00"))
        .isEqualTo(Duration.ofDays(30));
  }

  @Test
  void a_calendar_without_hours_never_uses_up_a_budget() {
    WorkingTime never = WorkingTime.of(BusinessCalendar.of(ZoneOffset.UTC, WeeklyHours.CLOSED));
    assertThat(never.plus(Instant.EPOCH, Duration.ofSeconds(1))).isEmpty();
    assertThat(never.plus(Instant.EPOCH, Duration.ZERO)).contains(Instant.EPOCH);
  }

  @Test
  void a_calendar_of_special_days_only_is_used_up_with_them() {
    WorkingTime fair =
        WorkingTime.of(
            BusinessCalendar.of(ZoneOffset.UTC, WeeklyHours.CLOSED)
                .with(
                    new SpecialDay(
                        LocalDate.of(2030, 6, 1), "fair", DayHours.parse("22:00-04:00"))));
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    assertThat(fair.plus(from, Duration.ofHours(6)))
        .contains(Instant.parse("2030-06-02T04:00:00Z"));
    assertThat(fair.plus(from, Duration.ofHours(6).plusSeconds(1))).isEmpty();
  }

  @Test
  void idle_time_is_told_apart_by_holiday() {
    WorkingTime time = WorkingTime.of(office.withHoliday(LocalDate.of(2024, 5, 14), "feast"));
    assertThat(time.spans(local(SHANGHAI, "2024-05-13T17:00"), local(SHANGHAI, "2024-05-15T10:00")))
        .extracting(Span::kind)
        .containsExactly(
            Span.Kind.WORKING,
            Span.Kind.OFF_HOURS,
            Span.Kind.HOLIDAY,
            Span.Kind.OFF_HOURS,
            Span.Kind.WORKING);
  }

  @Test
  void time_backwards_is_nothing_and_a_negative_budget_is_refused() {
    WorkingTime time = WorkingTime.of(office);
    assertThat(time.between(Instant.EPOCH.plusSeconds(1), Instant.EPOCH)).isZero();
    assertThat(time.spans(Instant.EPOCH, Instant.EPOCH)).isEmpty();
    assertThatThrownBy(() -> time.plus(Instant.EPOCH, Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Duration hours(BusinessCalendar calendar, String from, String to) {
    return WorkingTime.of(calendar)
        .between(local(calendar.zone(), from), local(calendar.zone(), to));
  }

  private static Instant due(BusinessCalendar calendar, String from, Duration budget) {
    return WorkingTime.of(calendar).plus(local(calendar.zone(), from), budget).orElseThrow();
  }

  private static Instant local(ZoneId zone, String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(zone).toInstant();
  }
}
