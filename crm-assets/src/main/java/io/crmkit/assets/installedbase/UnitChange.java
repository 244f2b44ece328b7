package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.HandOver.Outcome;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.product.WarrantyTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hand-over does to one unit.
 *
 * @param key what names it in the sale
 * @param before the unit as it is; null if it is not there yet
 * @param after as it shall be
 * @param effect what that means
 * @param events what it tells
 * @param warranties what is granted
 */
record UnitChange(
    UnitKey key,
    @Nullable Asset before,
    Asset after,
    Effect effect,
    List<CrmEvent> events,
    List<WarrantyTerms> warranties) {

  UnitChange {
    events = List.copyOf(events);
    warranties = List.copyOf(warranties);
  }

  /** The same, but that the unit is in no slot. */
  UnitChange inNoSlot() {
    return new UnitChange(
        key,
        before,
        after.withPlacement(after.placement().withSlot(null)),
        effect,
        events,
        warranties);
  }

  /** What the change means, and the cause of the unit's status, if that is new. */
  record Effect(Outcome outcome, String cause) {}

  /** The unit stays as it is. */
  static UnitChange none(UnitKey key, Asset asset) {
    return new UnitChange(
        key, asset, asset, new Effect(Outcome.UNCHANGED, ""), List.of(), List.of());
  }
}
