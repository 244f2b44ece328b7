package io.crmkit.api.product;

import io.crmkit.api.value.Label;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A place within a unit of a product that takes one other unit: a bay, a card slot, a position of
 * an engine. Immutable.
 *
 * @param code how it is marked, such as {@code "bay-3"}; 1 to 60 characters, unique within the
 *     product without regard to case, spaces at the ends, and full-width or half-width letters
 * @param name how people call it
 * @param fits the products of which a unit may be fitted here; empty if any unit may
 * @param required whether the whole is not complete while nothing is fitted here
 */
public record ProductSlot(String code, Label name, List<ProductId> fits, boolean required) {

  public ProductSlot {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    fits = List.copyOf(fits);
  }

  /** Takes whatever is put there, and may stay empty. */
  public static ProductSlot of(String code, Label name) {
    return new ProductSlot(code, name, List.of(), false);
  }

  /**
   * A row of slots that are alike: {@code "bay-1"}, {@code "bay-2"} and so on, and their names with
   * the same numbers.
   *
   * @param count how many, 0 or more
   */
  public static List<ProductSlot> row(String code, Label name, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> of(code + "-" + i, new Label(name.en() + " " + i, name.zh() + " " + i)))
        .toList();
  }

  /** The same slot for units of these products only. */
  public ProductSlot fitting(ProductId... products) {
    return new ProductSlot(code, name, List.of(products), required);
  }

  /** The same slot, which must not stay empty. */
  public ProductSlot asRequired() {
    return new ProductSlot(code, name, fits, true);
  }

  /** Whether a unit of this product may be fitted here. */
  public boolean takes(ProductId product) {
    return fits.isEmpty() || fits.contains(product);
  }
}
