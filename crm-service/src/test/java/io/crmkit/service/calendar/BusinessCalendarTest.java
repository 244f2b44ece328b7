package io.crmkit.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.Shift;
import io.crmkit.api.service.calendar.SpecialDay;
import io.crmkit.api.service.calendar.WeeklyHours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

  @Test
  void a_shift_ends_at_the_first_such_time_after_its_beginning() {
    assertThat(Shift.parse("09:00-12:00").length()).isEqualTo(Duration.ofHours(3));
    assertThat(Shift.parse("22:00-06:00").length()).isEqualTo(Duration.ofHours(8));
    assertThat(Shift.parse("09:00-24:00").length()).isEqualTo(Duration.ofHours(15));
    assertThat(Shift.ALL_DAY.length()).isEqualTo(Duration.ofHours(24));
    assertThat(Shift.parse("22:00-06:00").overnight()).isTrue();
    assertThat(Shift.parse("22:00-00:00").overnight()).isFalse();
  }

  @Test
  void shifts_are_sorted_and_written_as_they_are_read() {
    DayHours hours = DayHours.parse("13:30-18:00, 09:00-12:00");
    assertThat(hours.toString()).isEqualTo("09:00-12:00 13:30-18:00");
    assertThat(DayHours.parse(hours.toString())).isEqualTo(hours);
    assertThat(DayHours.parse("")).isEqualTo(DayHours.CLOSED);
  }

  @Test
  void what_cannot_be_a_shift_is_refused() {
    assertThatThrownBy(() -> Shift.parse("9 to 5")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Shift.parse("09:00-25:00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Shift(LocalTime.NOON, LocalTime.MAX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DayHours.parse("09:00-12:00 11:00-13:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("09:00-12:00 and 11:00-13:00");
    assertThatThrownBy(() -> DayHours.parse("20:00-06:00 22:00-23:00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_date_has_one_special_day() {
    LocalDate date = LocalDate.of(2024, 5, 1);
    SpecialDay day = new SpecialDay(date, "May Day", DayHours.CLOSED);
    assertThatThrownBy(
            () -> new BusinessCalendar(ZoneOffset.UTC, WeeklyHours.CLOSED, List.of(day, day)))
        .isInstanceOf(IllegalArgumentException.class);
    BusinessCalendar calendar =
        BusinessCalendar.of(ZoneOffset.UTC, WeeklyHours.CLOSED)
            .with(day)
            .with(new SpecialDay(date, "short", DayHours.parse("09:00-10:00")));
    assertThat(calendar.specialDays()).extracting(SpecialDay::name).containsExactly("short");
  }
}
