package io.crmkit.api.product;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import java.math.BigDecimal;

/** By what products can be searched and sorted. */
public final class ProductAttributes {

  public static final Attribute<Product, ProductId> ID =
      Attribute.of(Product.class, "id", ProductId.class);
  public static final Attribute<Product, String> SKU =
      Attribute.of(Product.class, "sku", String.class);
  public static final Attribute<Product, String> NAME_EN =
      Attribute.of(Product.class, "description.name.en", String.class);
  public static final Attribute<Product, String> NAME_ZH =
      Attribute.of(Product.class, "description.name.zh", String.class);
  public static final Attribute<Product, ProductKind> KIND =
      Attribute.of(Product.class, "description.kind", ProductKind.class);
  public static final Attribute<Product, String> MAKER =
      Attribute.of(Product.class, "description.maker", String.class);
  public static final Attribute<Product, String> LINE =
      Attribute.of(Product.class, "description.line", String.class);
  public static final Attribute<Product, ProductStatus> STATUS =
      Attribute.of(Product.class, "life.status", ProductStatus.class);
  public static final Attribute<Product, Integer> REVISION =
      Attribute.of(Product.class, "life.revision", Integer.class);
  public static final Attribute<Product, BigDecimal> LIST_PRICE =
      Attribute.of(Product.class, "listPrice.amount", BigDecimal.class);
  public static final Attribute<Product, String> ORDER_NUMBER =
      Attribute.of(Product.class, "numbers.order", String.class);
  public static final Attribute<Product, String> STOCK_NUMBER =
      Attribute.of(Product.class, "numbers.stock", String.class);
  public static final Attribute<Product, String> BATCH_NUMBER =
      Attribute.of(Product.class, "numbers.batch", String.class);

  /** What a product is made of. */
  public static final Parts<Product, ProductComponent> COMPONENTS =
      new Parts<>(Product.class, "components", ProductComponent.class);

  /** Which product a component is. */
  public static final Attribute<ProductComponent, ProductId> COMPONENT_PRODUCT =
      Attribute.of(ProductComponent.class, "product", ProductId.class);

  /** Whose revision it is. */
  public static final Attribute<ProductRevision, ProductId> REVISION_PRODUCT =
      Attribute.of(ProductRevision.class, "product", ProductId.class);

  public static final Attribute<ProductRevision, Integer> REVISION_NUMBER =
      Attribute.of(ProductRevision.class, "revision", Integer.class);

  private ProductAttributes() {}
}
