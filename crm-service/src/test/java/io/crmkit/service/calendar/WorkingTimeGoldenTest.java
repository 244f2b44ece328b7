package io.crmkit.service.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.service.GoldenData;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The reference rows without pauses, by the calendar alone; those with pauses are for the clocks.
 */
class WorkingTimeGoldenTest {

  @Test
  void rows_of_the_reference_without_pauses_come_out_to_the_minute() throws Exception {
    Optional<GoldenData> data = GoldenData.locate();
    assumeTrue(data.isPresent(), "the reference shared/data/business-hours is not here");
    Map<String, BusinessCalendar> calendars = data.get().calendars();
    int compared = 0;
    for (GoldenData.Row row : data.get().rows()) {
      if (row.pauses().isEmpty()) {
        WorkingTime time = WorkingTime.of(calendars.get(row.calendar()));
        assertThat(time.between(row.start(), row.end())).as("%s", row).isEqualTo(row.worked());
        assertThat(time.plus(row.start(), row.budget())).as("%s", row).contains(row.due());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30);
  }
}
