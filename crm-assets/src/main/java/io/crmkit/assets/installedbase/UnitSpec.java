package io.crmkit.assets.installedbase;

import io.crmkit.api.product.Product;
import io.crmkit.api.product.UnitRole;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit that a sale speaks of, whether or not it is there yet.
 *
 * @param key what names it
 * @param parent the unit it is within by the sale's or the catalogue's structure; null if none
 * @param kind what it is
 * @param shipment whether and when it was shipped; null if it was not
 */
record UnitSpec(UnitKey key, @Nullable UnitKey parent, Kind kind, @Nullable Shipment shipment) {

  /**
   * What a unit is.
   *
   * @param product the catalogue's product, or null
   * @param model its name as sold
   * @param role what it is in the structure
   * @param function what it does there, or null
   * @param slot the slot of its whole that it is fitted in, or null
   */
  record Kind(
      @Nullable Product product,
      String model,
      UnitRole role,
      @Nullable String function,
      @Nullable String slot) {}

  /**
   * A shipment.
   *
   * @param on its date; null if the sale does not tell
   */
  record Shipment(@Nullable LocalDate on) {

    /** The earlier one; one without a date comes last. */
    Shipment earlier(Shipment other) {
      if (on == null || other.on == null) {
        return on == null ? other : this;
      }
      return other.on.isBefore(on) ? other : this;
    }
  }

  /** The same unit as if nothing had been shipped. */
  UnitSpec promised() {
    return new UnitSpec(key, parent, kind, null);
  }

  boolean shipped() {
    return shipment != null;
  }
}
