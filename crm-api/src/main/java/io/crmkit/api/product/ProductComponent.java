package io.crmkit.api.product;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a product's structure: what a bundle or a system is made of.
 *
 * @param product the component, of any structure itself
 * @param quantity how many of it are in one unit of the whole, one or more
 * @param functionName what it does in there, such as {@code "power supply"}
 */
public record ProductComponent(ProductId product, int quantity, @Nullable String functionName) {

  public ProductComponent {
    Objects.requireNonNull(product, "product");
  }

  public static ProductComponent of(ProductId product, int quantity) {
    return new ProductComponent(product, quantity, null);
  }

  /** The same component, doing this. */
  public ProductComponent as(String what) {
    return new ProductComponent(product, quantity, what);
  }
}
