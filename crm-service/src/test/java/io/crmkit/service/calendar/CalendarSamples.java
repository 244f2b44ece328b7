package io.crmkit.service.calendar;

import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.Shift;
import io.crmkit.api.service.calendar.SpecialDay;
import io.crmkit.api.service.calendar.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random calendars and moments, dense around the week-ends on which clocks change. */
public final class CalendarSamples {

  private static final List<LocalDate> TURNS =
      List.of(
          LocalDate.of(2024, 3, 10), // New York, forward
          LocalDate.of(2024, 11, 3), // New York, back
          LocalDate.of(2024, 3, 31), // Berlin, forward
          LocalDate.of(2024, 10, 27), // Berlin, back
          LocalDate.of(2024, 4, 7), // Lord Howe, half an hour back
          LocalDate.of(2024, 10, 6), // Lord Howe, half an hour forward
          LocalDate.of(2024, 2, 29), // leap day
          LocalDate.of(2018, 11, 4), // Sao Paulo, midnight skipped
          LocalDate.of(2018, 2, 18), // Sao Paulo, midnight repeated
          LocalDate.of(2011, 12, 30)); // Apia, a whole day skipped

  private CalendarSamples() {}

  public static Arbitrary<BusinessCalendar> calendars() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Asia/Shanghai",
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Pacific/Apia",
                "UTC",
                "+05:45")
            .map(ZoneId::of);
    Arbitrary<List<DayHours>> week = dayHours().list().ofSize(7);
    Arbitrary<List<SpecialDay>> special =
        Combinators.combine(dates(), dayHours())
            .as((date, hours) -> new SpecialDay(date, "feast", hours))
            .list()
            .uniqueElements(SpecialDay::date)
            .ofMaxSize(4);
    return Combinators.combine(zones, week, special).as(CalendarSamples::calendar);
  }

  private static BusinessCalendar calendar(
      ZoneId zone, List<DayHours> week, List<SpecialDay> special) {
    Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day, week.get(day.ordinal()));
    }
    return new BusinessCalendar(zone, new WeeklyHours(days), special);
  }

  /** Moments on whole minutes within a few days of a turn. */
  public static Arbitrary<Instant> moments() {
    return Combinators.combine(
            Arbitraries.of(TURNS), Arbitraries.integers().between(-5 * 1440, 5 * 1440))
        .as((turn, minutes) -> Instant.ofEpochSecond(turn.toEpochDay() * 86_400 + minutes * 60L));
  }

  private static Arbitrary<LocalDate> dates() {
    return Combinators.combine(Arbitraries.of(TURNS), Arbitraries.integers().between(-4, 4))
        .as(LocalDate::plusDays);
  }

  private static Arbitrary<DayHours> dayHours() {
    Arbitrary<DayHours> cut =
        Arbitraries.integers()
            .between(0, 95)
            .set()
            .ofMinSize(2)
            .ofMaxSize(6)
            .map(CalendarSamples::shiftsBetween);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, cut),
        net.jqwik.api.Tuple.of(2, Arbitraries.just(DayHours.CLOSED)),
        net.jqwik.api.Tuple.of(1, Arbitraries.just(DayHours.ALL_DAY)));
  }

  /** Quarters of an hour in order, taken in pairs; the last pair may run over midnight. */
  private static DayHours shiftsBetween(java.util.Set<Integer> quarters) {
    List<Integer> cuts = new ArrayList<>(quarters);
    boolean overMidnight = cuts.size() % 2 == 1;
    cuts.sort(null);
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i += 2) {
      shifts.add(new Shift(quarter(cuts.get(i)), quarter(cuts.get(i + 1))));
    }
    if (overMidnight) {
      shifts.add(new Shift(quarter(cuts.get(cuts.size() - 1)), LocalTime.of(5, 0)));
    }
    return new DayHours(shifts);
  }

  private static LocalTime quarter(int index) {
    return LocalTime.ofSecondOfDay(index * 900L);
  }
}
