package io.crmkit.api.product;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a product's structure: what a bundle or a system is made of.
 *
 * @param product the component, of any structure itself
 * @param quantity how many of it are in one unit of the whole, one or more
 * @param functionName what it does in there, such as {@code "power supply"}
 * @param slots the whole's slots that its units are fitted in, one each, by {@link
 *     ProductSlot#code()}; as many as there are units, or fewer: the last units are in none
 */
public record ProductComponent(
    ProductId product, int quantity, @Nullable String functionName, List<String> slots) {

  public ProductComponent {
    Objects.requireNonNull(product, "product");
    slots = List.copyOf(slots);
  }

  /** In no slot. */
  public ProductComponent(ProductId product, int quantity, @Nullable String functionName) {
    this(product, quantity, functionName, List.of());
  }

  public static ProductComponent of(ProductId product, int quantity) {
    return new ProductComponent(product, quantity, null);
  }

  /** The same component, doing this. */
  public ProductComponent as(String what) {
    return new ProductComponent(product, quantity, what, slots);
  }

  /** The same component, its units fitted in these slots of the whole. */
  public ProductComponent in(String... codes) {
    return new ProductComponent(product, quantity, functionName, List.of(codes));
  }
}
