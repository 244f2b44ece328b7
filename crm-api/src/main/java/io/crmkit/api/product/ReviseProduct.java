package io.crmkit.api.product;

import java.util.Objects;

/**
 * A product's new content.
 *
 * @param id the product
 * @param version as the caller read it
 * @param content all that the catalogue shall say of it from now on
 */
public record ReviseProduct(ProductId id, long version, ProductContent content) {

  public ReviseProduct {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(content, "content");
  }
}
