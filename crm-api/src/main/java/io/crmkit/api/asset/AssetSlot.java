package io.crmkit.api.asset;

import io.crmkit.api.product.ProductSlot;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a unit, and what is in it. A snapshot, immutable.
 *
 * @param slot what the catalogue said of it when the unit was sold
 * @param free whether a unit may be fitted now
 * @param fitted the unit in it; null if it is free, and if the caller may not see that unit
 * @param takenOut the units that belong in it and are in repair or put aside: until they come back,
 *     another may take their place
 */
public record AssetSlot(
    ProductSlot slot, boolean free, @Nullable AssetId fitted, List<AssetId> takenOut) {

  public AssetSlot {
    Objects.requireNonNull(slot, "slot");
    takenOut = List.copyOf(takenOut);
  }

  /** Whether the unit is not complete without something in this slot. */
  public boolean missing() {
    return slot.required() && free;
  }
}
