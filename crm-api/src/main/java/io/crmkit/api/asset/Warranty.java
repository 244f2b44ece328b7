package io.crmkit.api.asset;

import io.crmkit.api.product.WarrantyTerms;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;

/**
 * A warranty of one unit. A snapshot, immutable.
 *
 * @param id the warranty
 * @param version rises with every change
 * @param asset the unit
 * @param terms as granted; a later change of the product's terms does not touch them
 * @param cover the days it covers
 */
@RecordBuilder
public record Warranty(
    WarrantyId id, long version, AssetId asset, WarrantyTerms terms, WarrantyCover cover)
    implements WarrantyBuilder.With {

  public Warranty {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(cover, "cover");
  }
}
