package io.crmkit.api.asset;

import io.crmkit.api.product.WarrantyTerms;
import java.util.Objects;

/**
 * One more warranty for a unit.
 *
 * @param asset the unit
 * @param terms what is granted
 */
public record GrantWarranty(AssetId asset, WarrantyTerms terms) {

  public GrantWarranty {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(terms, "terms");
  }
}
