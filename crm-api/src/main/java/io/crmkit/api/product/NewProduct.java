package io.crmkit.api.product;

import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;

/**
 * A product to be put into the catalogue.
 *
 * @param sku the number we keep it under, 1 to 64 characters, unique within the tenant
 * @param content all that the catalogue shall say of it
 * @param custom the values of its custom fields; where an import finds the product there already,
 *     those that are not named here stay as they are
 */
@RecordBuilder
public record NewProduct(String sku, ProductContent content, CustomValues custom)
    implements NewProductBuilder.With {

  public NewProduct {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(custom, "custom");
  }

  /** A product that names no values of custom fields. */
  public NewProduct(String sku, ProductContent content) {
    this(sku, content, CustomValues.none());
  }
}
