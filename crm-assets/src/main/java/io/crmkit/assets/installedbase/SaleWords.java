package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.value.Label;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** How people know what a sale sells: by its description, not by ids. */
final class SaleWords {

  private SaleWords() {}

  static Label line(SoldGoods goods, UUID line) {
    return description(goods, sold -> sold.id().equals(line))
        .map(SaleWords::said)
        .orElse(new Label("a line that the sale does not have", "该销售中没有的行"));
  }

  static Label product(SoldGoods goods, ProductId product) {
    return description(goods, sold -> product.equals(sold.product()))
        .map(SaleWords::said)
        .orElse(new Label("a component", "某个组成产品"));
  }

  private static Label said(String description) {
    return description.isBlank()
        ? new Label("a line without description", "没有描述的行")
        : Label.same(description);
  }

  private static Optional<String> description(SoldGoods goods, Predicate<SoldGoods.Line> which) {
    return goods.lines().stream().filter(which).map(SoldGoods.Line::description).findFirst();
  }
}
