package io.crmkit.api.product;

import io.crmkit.api.value.Label;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a product is, in words. Immutable.
 *
 * @param name what people call it; neither language is blank
 * @param kind a thing or a doing
 * @param unit the unit of measure it is sold in, such as {@code "pc"} or {@code "h"}
 * @param maker who makes it; null if we do
 * @param line the product line or series it belongs to
 * @param packaging how it is packed, for people
 * @param role what a unit of it is in a structure; null to go by its place there
 */
@RecordBuilder
public record ProductDescription(
    Label name,
    ProductKind kind,
    String unit,
    @Nullable String maker,
    @Nullable String line,
    @Nullable String packaging,
    @Nullable UnitRole role)
    implements ProductDescriptionBuilder.With {

  public ProductDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(unit, "unit");
  }

  /** Goods counted in pieces. */
  public static ProductDescription goods(Label name) {
    return new ProductDescription(name, ProductKind.GOODS, "pc", null, null, null, null);
  }

  /** Work counted in hours. */
  public static ProductDescription service(Label name) {
    return new ProductDescription(name, ProductKind.SERVICE, "h", null, null, null, null);
  }
}
