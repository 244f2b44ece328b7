package io.crmkit.api.asset;

import java.util.Objects;

/**
 * Which state of the catalogue a unit was sold under; it stays so when the product changes.
 *
 * @param sku the product's SKU then
 * @param revision the product's revision then
 */
public record AsSold(String sku, int revision) {

  public AsSold {
    Objects.requireNonNull(sku, "sku");
  }
}
