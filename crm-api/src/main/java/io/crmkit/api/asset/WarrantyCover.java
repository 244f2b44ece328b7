package io.crmkit.api.asset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that a warranty covers, in the tenant's zone. The end is always reckoned from the first
 * day by all months together, so that month ends never drift: from 31 January, one month ends on 28
 * February, two on 31 March. Days on which it was suspended are added to that. Immutable.
 *
 * @param extraMonths months by which the warranty was extended
 * @param startsOn its first day; null while it waits
 * @param endsOn the day after its last; null while it waits
 * @param suspendedDays days that were added to its end because the unit was in repair; those
 *     carried over among them
 * @param carried what was taken over from the warranty of the unit whose place this one took; null
 *     if it was granted for this unit
 */
public record WarrantyCover(
    int extraMonths,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    int suspendedDays,
    @Nullable Carried carried) {

  /**
   * What a warranty has from the unit whose place its own took. Immutable.
   *
   * @param on the day of the exchange, from which on the repairs of this unit count
   * @param days the days for which it had been suspended by then
   */
  public record Carried(LocalDate on, int days) {}

  /** A cover that was never suspended. */
  public WarrantyCover(int extraMonths, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
    this(extraMonths, startsOn, endsOn, 0, null);
  }

  /** Whether this day is covered; days in repair are covered, too. */
  public boolean includes(LocalDate day) {
    return startsOn != null && endsOn != null && !day.isBefore(startsOn) && day.isBefore(endsOn);
  }
}
