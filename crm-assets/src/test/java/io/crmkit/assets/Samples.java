package io.crmkit.assets;

import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Delivery;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.SoldGoods.State;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Products, customers and sales for tests. */
public final class Samples {

  public static final LocalDate SHIPPED_ON = LocalDate.of(2026, 1, 2);

  private Samples() {}

  public static CustomerId customer(TestCrm crm) {
    return crm.get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of("Riverside Works", "河畔工厂")))
        .id();
  }

  public static ProductContent content(String name) {
    return ProductContent.of(ProductDescription.goods(new Label(name, name + "（中文）")));
  }

  public static Product product(TestCrm crm, String sku, WarrantyTerms... warranties) {
    return crm.get(Products.class)
        .create(new NewProduct(sku, content(sku).withWarranties(List.of(warranties))));
  }

  public static Product bundle(TestCrm crm, String sku, ProductComponent... components) {
    return crm.get(Products.class)
        .create(new NewProduct(sku, content(sku).withComponents(List.of(components))));
  }

  /** A line of so many units, nothing of it shipped. */
  public static Line line(TestCrm crm, Product product, int quantity) {
    return new Line(
        crm.newId(), null, product.id(), product.name().en(), quantity, Delivery.none());
  }

  public static Line below(Line line, Line whole) {
    return new Line(
        line.id(),
        whole.id(),
        line.product(),
        line.description(),
        line.quantity(),
        line.delivery());
  }

  public static Line shipped(Line line, int quantity, String... serialNumbers) {
    return new Line(
        line.id(),
        line.parent(),
        line.product(),
        line.description(),
        line.quantity(),
        new Delivery(quantity, quantity == 0 ? null : SHIPPED_ON, List.of(serialNumbers)));
  }

  public static SoldGoods sale(TestCrm crm, CustomerId customer, Line... lines) {
    UUID id = crm.newId();
    return new SoldGoods(
        new EntityRef("host.order", id),
        customer,
        State.OFFERED,
        "SO-" + id.toString().substring(24),
        List.of(lines));
  }

  public static SoldGoods in(SoldGoods goods, State state) {
    return new SoldGoods(goods.source(), goods.customer(), state, goods.reference(), goods.lines());
  }

  public static SoldGoods executed(SoldGoods goods, Line... lines) {
    return new SoldGoods(
        goods.source(), goods.customer(), State.EXECUTED, goods.reference(), List.of(lines));
  }

  /** The same sale with this line as it is now. */
  public static SoldGoods with(SoldGoods goods, Line changed) {
    List<Line> lines = new ArrayList<>();
    goods.lines().forEach(line -> lines.add(line.id().equals(changed.id()) ? changed : line));
    return new SoldGoods(goods.source(), goods.customer(), goods.state(), goods.reference(), lines);
  }
}
