package io.crmkit.benchmarks.workloads;

import com.google.inject.Module;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoodsSource;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.Products;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The push of an order of a thousand units in structures: a hundred systems of ten. Each is pushed
 * for a tenant of its own; then its rows, and no others, are taken out and written again by batched
 * inserts. The time of the one over that of the other: lower is better.
 */
final class UnitPushes {

  private static final int SYSTEMS = 100;
  private static final int PARTS = 9;
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 9;

  /** What was sold. */
  static final class Book implements CrmModule {

    private final Map<UUID, SoldGoods> sales = new ConcurrentHashMap<>();

    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("benchmark_sales", "1", "benchmarks:sales");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      Module bindings = binder -> binder.bind(Book.class).toInstance(this);
      registrar.bind(bindings);
      registrar.contribute(SoldGoodsSource.POINT, Sales.class);
    }
  }

  /** Tells what is in the book. */
  static final class Sales implements SoldGoodsSource {

    private final Book book;

    @Inject
    Sales(Book book) {
      this.book = book;
    }

    @Override
    public Optional<SoldGoods> find(CrmSession session, EntityRef source) {
      return Optional.ofNullable(book.sales.get(source.id()));
    }

    @Override
    public List<SoldGoods> executedFor(CrmSession session, CustomerId customer) {
      return List.of();
    }
  }

  private final Crm crm;
  private final Book book;
  private final DataSource source;
  private int pushes;

  UnitPushes(Crm crm, Book book, DataSource source) {
    this.crm = crm;
    this.book = book;
    this.source = source;
  }

  void measure(String storage) throws SQLException {
    List<Double> ratios = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      double[] pair = pair();
      if (i >= WARM_UP) {
        ours.add(pair[0] / 1e6);
        floors.add(pair[1] / 1e6);
        ratios.add(pair[0] / pair[1]);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-10s %-40s ours %,.0f ms, by hand %,.0f ms: %.2f times as dear%n",
        storage,
        "push of " + SYSTEMS * (PARTS + 1) + " units",
        Rounds.median(ours.stream().sorted().toList()),
        Rounds.median(floors.stream().sorted().toList()),
        Rounds.median(ratios.stream().sorted().toList()));
  }

  private double[] pair() throws SQLException {
    TenantId tenant = new TenantId("push-" + pushes++);
    CrmSession session = crm.session(tenant, Actor.of("seller"));
    SoldGoods sale = sale(session);
    book.sales.put(sale.source().id(), sale);
    PushFloor floor = PushFloor.before(source, tenant.value());
    long begin = System.nanoTime();
    session.get(InstalledBase.class).push(PushUnits.of(sale.source()));
    long ours = System.nanoTime() - begin;
    floor.takeOut();
    floor.require("crm_asset", SYSTEMS * (PARTS + 1));
    long again = System.nanoTime();
    floor.write();
    return new double[] {ours, System.nanoTime() - again};
  }

  private static SoldGoods sale(CrmSession session) {
    CustomerId customer =
        session
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Works")))
            .id();
    List<ProductComponent> components = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      components.add(ProductComponent.of(product(session, "PART-" + i, List.of()).id(), 1));
    }
    Product system = product(session, "SYSTEM", components);
    SoldGoods.Delivery delivery =
        new SoldGoods.Delivery(SYSTEMS, LocalDate.of(2026, 1, 2), List.of());
    return new SoldGoods(
        new EntityRef("host.order", UUID.randomUUID()),
        customer,
        SoldGoods.State.EXECUTED,
        "SO-1",
        List.of(
            new SoldGoods.Line(
                UUID.randomUUID(), null, system.id(), system.name().en(), SYSTEMS, delivery)));
  }

  private static Product product(
      CrmSession session, String sku, List<ProductComponent> components) {
    ProductContent content =
        ProductContent.of(ProductDescription.goods(new Label(sku, sku + "号")))
            .withComponents(components);
    return session.get(Products.class).create(new NewProduct(sku, content));
  }
}
