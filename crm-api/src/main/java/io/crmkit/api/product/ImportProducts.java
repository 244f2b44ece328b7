package io.crmkit.api.product;

import java.util.List;

/**
 * Products as another system lists them; each SKU is created, changed or left as it is.
 *
 * @param products at most 10,000
 */
public record ImportProducts(List<NewProduct> products) {

  public ImportProducts {
    products = List.copyOf(products);
  }
}
