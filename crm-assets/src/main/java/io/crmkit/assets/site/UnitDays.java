package io.crmkit.assets.site;

import io.crmkit.api.asset.AssetId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which day it is where units stand.
 *
 * @param elsewhere the day where no site is known, in the tenant's zone
 * @param days the day by unit, where it is another
 */
public record UnitDays(LocalDate elsewhere, Map<AssetId, LocalDate> days) {

  public UnitDays {
    days = Map.copyOf(days);
  }

  /** The same day for every unit. */
  public static UnitDays everywhere(LocalDate day) {
    return new UnitDays(day, Map.of());
  }

  /** The day where this unit stands; null for one of which nothing is known. */
  public LocalDate of(@Nullable AssetId unit) {
    return unit == null ? elsewhere : days.getOrDefault(unit, elsewhere);
  }
}
