package io.crmkit.assets.product;

import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductReason;
import io.crmkit.api.product.ProductRevision;
import io.crmkit.api.product.Products;
import io.crmkit.core.spi.storage.Entity;

/** How products are kept. */
public final class ProductEntities {

  public static final Entity<Product> PRODUCTS =
      Entity.of(Product.class, Products.ENTITY, "crm_product")
          .json("specification", "warranties.exclusions", "components.slots", "slots.fits")
          .parts("components", "crm_product_component")
          .parts("warranties", "crm_product_warranty")
          .parts("slots", "crm_product_slot")
          .unique(ProductReason.SKU_TAKEN, "sku")
          .indexed("description.line")
          .publicToTenant();

  static final Entity<ProductRevision> REVISIONS =
      Entity.of(ProductRevision.class, "assets.product-revision", "crm_product_revision")
          .json("specification", "warranties.exclusions", "components.slots", "slots.fits")
          .parts("components", "crm_product_revision_component")
          .parts("warranties", "crm_product_revision_warranty")
          .parts("slots", "crm_product_revision_slot")
          .indexed("product")
          .appendOnly()
          .unaudited()
          .publicToTenant();

  /** For the module's registration. */
  public static Entity<ProductRevision> revisions() {
    return REVISIONS;
  }

  private ProductEntities() {}
}
