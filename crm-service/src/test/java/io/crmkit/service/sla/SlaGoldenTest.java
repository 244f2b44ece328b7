package io.crmkit.service.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.service.GoldenData;
import io.crmkit.service.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every row of the reference, pauses included, as the event log of a request. */
class SlaGoldenTest {

  @Test
  void every_row_of_the_reference_comes_out_to_the_minute() throws Exception {
    Optional<GoldenData> data = GoldenData.locate();
    assumeTrue(data.isPresent(), "the reference shared/data/business-hours is not here");
    Map<String, BusinessCalendar> calendars = data.get().calendars();
    List<GoldenData.Row> rows = data.get().rows();
    for (GoldenData.Row row : rows) {
      SlaTerms terms = terms(row.budget(), calendars.get(row.calendar()));
      List<SlaEvent> log = log(row, terms);
      assertThat(read(log, row.end()).used()).as("%s", row).isEqualTo(row.worked());
      // Long after, when every pause has passed.
      ClockReading later = read(log, row.due().plus(Duration.ofDays(30)));
      assertThat(later.times().deadline()).as("%s", row).isEqualTo(row.due());
    }
    assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
  }

  static SlaTerms terms(Duration budget, BusinessCalendar calendar) {
    SlaTarget target =
        new SlaTarget(Priority.HIGH, SlaClock.RESOLUTION, budget, SlaTarget.Hours.BUSINESS);
    return new SlaTerms(ServiceLevelTerms.on("any").with(target), WorkingTime.of(calendar));
  }

  private static ClockReading read(List<SlaEvent> log, Instant asOf) {
    return SlaClocks.read(log, asOf).get(0);
  }

  private static List<SlaEvent> log(GoldenData.Row row, SlaTerms terms) {
    List<SlaEvent> log = new ArrayList<>();
    log.add(new SlaEvent.Opened(row.start(), Priority.HIGH, terms));
    for (GoldenData.Pause pause : joined(row)) {
      log.add(new SlaEvent.Paused(pause.from(), WaitingReason.CUSTOMER));
      log.add(new SlaEvent.Resumed(pause.to()));
    }
    return log;
  }

  /**
   * A request waits or does not: pauses that overlap are one, and none begins before the request.
   */
  private static List<GoldenData.Pause> joined(GoldenData.Row row) {
    List<GoldenData.Pause> joined = new ArrayList<>();
    row.pauses().stream()
        .sorted(Comparator.comparing(GoldenData.Pause::from))
        .forEach(
            pause -> {
              Instant from = pause.from().isBefore(row.start()) ? row.start() : pause.from();
              int last = joined.size() - 1;
              if (last >= 0 && !from.isAfter(joined.get(last).to())) {
                GoldenData.Pause before = joined.get(last);
                Instant to = before.to().isAfter(pause.to()) ? before.to() : pause.to();
                joined.set(last, new GoldenData.Pause(before.from(), to));
              } else {
                joined.add(new GoldenData.Pause(from, pause.to()));
              }
            });
    return joined;
  }
}
