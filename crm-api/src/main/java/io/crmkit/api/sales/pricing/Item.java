package io.crmkit.api.sales.pricing;

import io.crmkit.api.product.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What is sold, as it is called on paper.
 *
 * @param sku the seller's number of the kind of thing, 1 to 60 characters
 * @param name its name, 1 to 200 characters
 * @param product the catalogue's product, or null if it is not in the catalogue
 */
public record Item(String sku, String name, @Nullable ProductId product) {

  public static Item of(String sku, String name) {
    return new Item(sku, name, null);
  }
}
