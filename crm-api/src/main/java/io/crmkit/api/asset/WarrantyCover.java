package io.crmkit.api.asset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that a warranty covers, in the tenant's zone. The end is always reckoned from the first
 * day by all months together, so that month ends never drift: from 31 January, one month ends on 28
 * February, two on 31 March.
 *
 * @param extraMonths months by which the warranty was extended
 * @param startsOn its first day; null while it waits for the installation
 * @param endsOn the day after its last; null while it waits
 */
public record WarrantyCover(
    int extraMonths, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

  /** Whether this day is covered. */
  public boolean includes(LocalDate day) {
    return startsOn != null && endsOn != null && !day.isBefore(startsOn) && day.isBefore(endsOn);
  }
}
