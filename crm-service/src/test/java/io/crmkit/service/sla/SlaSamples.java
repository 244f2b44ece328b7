package io.crmkit.service.sla;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.WeeklyHours;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.service.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** A service level in an office in Shanghai, and short ways to say when. */
final class SlaSamples {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  static final WorkingTime OFFICE =
      WorkingTime.of(
          BusinessCalendar.of(
              SHANGHAI, WeeklyHours.workweek(DayHours.parse("09:00-12:00 13:30-18:00"))));

  /**
   * High: 2 h to answer, 8 h to solve. Medium: 4 h and 16 h. Critical: 4 h to solve, day and night.
   */
  static final SlaTerms GOLD =
      new SlaTerms(
          ServiceLevelTerms.on("office")
              .with(Priority.HIGH, Duration.ofHours(2), Duration.ofHours(8))
              .with(Priority.MEDIUM, Duration.ofHours(4), Duration.ofHours(16))
              .with(
                  new SlaTarget(
                      Priority.CRITICAL,
                      SlaClock.RESOLUTION,
                      Duration.ofHours(4),
                      SlaTarget.Hours.ROUND_THE_CLOCK))
              .with(
                  new SlaTarget(
                      Priority.HIGH,
                      SlaClock.VENDOR,
                      Duration.ofHours(3),
                      SlaTarget.Hours.BUSINESS)),
          OFFICE);

  private SlaSamples() {}

  /** A time of day in May 2024, of which the 13th is a Monday: {@code "13 09:00"}. */
  static Instant may(String dayAndTime) {
    return LocalDateTime.parse("2024-05-" + dayAndTime.replace(' ', 'T'))
        .atZone(SHANGHAI)
        .toInstant();
  }

  static SlaEvent opened(String at, Priority priority) {
    return new SlaEvent.Opened(may(at), priority, GOLD);
  }

  static ClockReading reading(SlaClock clock, List<SlaEvent> log, String asOf) {
    return SlaClocks.read(log, may(asOf)).stream()
        .filter(reading -> reading.clock() == clock)
        .findFirst()
        .orElseThrow();
  }
}
