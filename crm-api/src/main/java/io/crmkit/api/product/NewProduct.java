package io.crmkit.api.product;

import java.util.Objects;

/**
 * A product to be put into the catalogue.
 *
 * @param sku the number we keep it under, 1 to 64 characters, unique within the tenant
 * @param content all that the catalogue shall say of it
 */
public record NewProduct(String sku, ProductContent content) {

  public NewProduct {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(content, "content");
  }
}
