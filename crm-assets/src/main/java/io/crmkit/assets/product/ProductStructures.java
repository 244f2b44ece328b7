package io.crmkit.assets.product;

import static io.crmkit.assets.product.ProductEntities.PRODUCTS;

import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductId;
import io.crmkit.core.spi.work.ReadTx;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads products together with everything they are made of. */
public final class ProductStructures {

  private ProductStructures() {}

  /**
   * These products and all that their structures reach, as far as the catalogue knows them; one
   * read for each level.
   */
  public static Map<ProductId, Product> closure(ReadTx tx, Collection<ProductId> roots) {
    Map<ProductId, Product> found = new LinkedHashMap<>();
    Set<ProductId> asked = new LinkedHashSet<>(roots);
    Set<ProductId> level = asked;
    while (!level.isEmpty()) {
      Set<ProductId> next = new LinkedHashSet<>();
      for (Product product : tx.tenantWide().store(PRODUCTS).findAll(level)) {
        found.put(product.id(), product);
        for (ProductComponent component : product.components()) {
          if (!asked.contains(component.product())) {
            next.add(component.product());
          }
        }
      }
      asked = new LinkedHashSet<>(asked);
      asked.addAll(next);
      level = next;
    }
    return found;
  }
}
