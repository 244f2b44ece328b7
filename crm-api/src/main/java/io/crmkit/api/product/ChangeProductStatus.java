package io.crmkit.api.product;

import java.util.Objects;

/**
 * Takes a product out of the catalogue, or puts it back.
 *
 * @param id the product
 * @param version as the caller read it
 * @param status what it shall be
 */
public record ChangeProductStatus(ProductId id, long version, ProductStatus status) {

  public ChangeProductStatus {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
  }
}
