package io.crmkit.api.asset;

import io.crmkit.api.product.ProductId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes a unit this one and no other: maker, product (or model, where the catalogue knows
 * none) and serial number together are unique within the tenant. Serial numbers are compared
 * without regard to case, spaces at the ends, and full-width or half-width letters.
 *
 * @param model how the maker or the sale named the kind, as sold; 1 to 300 characters
 * @param maker who made it; null if we did
 * @param product the catalogue's product, or null if unknown to it
 * @param serialNumber as written on the unit; null while unknown
 * @param batch the batch it came from
 */
@RecordBuilder
public record AssetIdentity(
    String model,
    @Nullable String maker,
    @Nullable ProductId product,
    @Nullable String serialNumber,
    @Nullable String batch)
    implements AssetIdentityBuilder.With {

  public AssetIdentity {
    Objects.requireNonNull(model, "model");
  }

  /** A kind that the catalogue need not know. */
  public static AssetIdentity ofModel(@Nullable String maker, String model) {
    return new AssetIdentity(model, maker, null, null, null);
  }

  /** A kind that the catalogue knows; it gives maker and model. */
  public static AssetIdentity ofProduct(ProductId product) {
    return new AssetIdentity("", null, product, null, null);
  }
}
