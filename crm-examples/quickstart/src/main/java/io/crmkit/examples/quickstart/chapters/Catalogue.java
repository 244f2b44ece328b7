package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.Money;
import io.crmkit.examples.quickstart.story.Goods;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The catalogue of the story: a system of machines and parts, a workstation, training. */
final class Catalogue {

  private Catalogue() {}

  /** Puts everything into the catalogue, unless an earlier chapter has; parts before wholes. */
  static void fill(Tale tale) {
    if (tale.cast().find(Role.PRODUCTS).isPresent()) {
      return;
    }
    Map<Goods, ProductId> made = new EnumMap<>(Goods.class);
    List<WarrantyTerms> oneMonth = List.of(warranty(tale, 1));
    List<WarrantyTerms> twoYears = List.of(warranty(tale, 24));
    made.put(Goods.TUBE, create(tale, Goods.TUBE, UnitRole.PART, List.of(), oneMonth));
    made.put(
        Goods.GENERATOR,
        create(
            tale,
            Goods.GENERATOR,
            UnitRole.MACHINE,
            List.of(
                ProductComponent.of(made.get(Goods.TUBE), 1)
                    .as(tale.text("radiation source", "射线源"))),
            twoYears));
    made.put(Goods.DETECTOR, create(tale, Goods.DETECTOR, UnitRole.PART, List.of(), twoYears));
    made.put(Goods.TABLE, create(tale, Goods.TABLE, UnitRole.MACHINE, List.of(), twoYears));
    made.put(
        Goods.SYSTEM,
        create(
            tale,
            Goods.SYSTEM,
            UnitRole.SYSTEM,
            List.of(
                ProductComponent.of(made.get(Goods.GENERATOR), 1),
                ProductComponent.of(made.get(Goods.DETECTOR), 1),
                ProductComponent.of(made.get(Goods.TABLE), 1)),
            List.of()));
    made.put(
        Goods.WORKSTATION, create(tale, Goods.WORKSTATION, UnitRole.MACHINE, List.of(), twoYears));
    made.put(
        Goods.TRAINING,
        create(
            tale,
            Goods.TRAINING,
            ProductContent.of(ProductDescription.service(Goods.TRAINING.label()))));
    tale.cast().play(Role.PRODUCTS, made);
    tale.tell()
        .say(
            "The catalogue: {0} products; {1} is a system of {2}.",
            "产品目录：{0} 种产品；{1} 由{2}组成。",
            made.size(),
            Goods.SYSTEM.label(),
            List.of(Goods.GENERATOR.label(), Goods.DETECTOR.label(), Goods.TABLE.label()));
  }

  /** The catalogue's product, once it is filled. */
  static ProductId product(Tale tale, Goods goods) {
    return Objects.requireNonNull(tale.cast().get(Role.PRODUCTS).get(goods), goods.sku());
  }

  private static WarrantyTerms warranty(Tale tale, int months) {
    return WarrantyTerms.fromShipment(tale.text("full", "全保"), months)
        .covering(tale.text("parts and labour", "零件与人工"));
  }

  private static ProductId create(
      Tale tale,
      Goods goods,
      UnitRole role,
      List<ProductComponent> components,
      List<WarrantyTerms> warranties) {
    ProductContent content =
        ProductContent.of(ProductDescription.goods(goods.label()).withRole(role))
            .withComponents(components)
            .withWarranties(warranties);
    return create(tale, goods, content);
  }

  private static ProductId create(Tale tale, Goods goods, ProductContent content) {
    String price = tale.facts().prices().of(goods);
    ProductContent priced =
        price.isEmpty()
            ? content
            : content.withListPrice(
                new Money(new BigDecimal(price), tale.facts().profile().currency()));
    Product product = tale.get(Products.class).create(new NewProduct(goods.sku(), priced));
    return product.id();
  }
}
