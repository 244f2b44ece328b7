package io.crmkit.api.product;

import java.util.Objects;

/**
 * Where a product stands.
 *
 * @param status whether it can be sold
 * @param revision counts from 1 and rises whenever what a buyer gets changes: description,
 *     specification, structure or warranty; not with the price
 */
public record ProductLife(ProductStatus status, int revision) {

  public ProductLife {
    Objects.requireNonNull(status, "status");
  }
}
