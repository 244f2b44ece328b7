package io.crmkit.benchmarks.workloads;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetImportReport.Outcome;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.Label;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An installed base as it grows in ten years, the same for the same seed: one customer for each
 * fifty units; one tree of a tenth of all units, five of a hundredth, the others of one to sixty;
 * 200 products, 2,000 batches, a serial number on four of five units. Each year a tenth of the
 * units arrives, by lists; meanwhile one in forty is repaired, one in four hundred replaced, a
 * batch recalled and looked after, one in a hundred moves within its customer's, and one in four
 * hundred trees goes to another customer, by the commands.
 */
final class UnitData {

  static final Instant BEGIN = Instant.parse("2016-01-01T00:00:00Z");

  private static final int YEARS = 10;
  private static final int CHUNK = 1_000;

  /** A clock that is moved by hand. */
  static final class Calendar extends Clock {

    private volatile Instant now = BEGIN;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  /** How units come into the register. */
  interface Way {
    void take(CrmSession session, List<AssetRow> rows);
  }

  /** As lists: a few statements for each. */
  static void byLists(CrmSession session, List<AssetRow> rows) {
    var report = session.get(Assets.class).importAll(new ImportAssets(rows));
    if (report.count(Outcome.REGISTERED) != rows.size()) {
      throw new IllegalStateException("not all were taken: " + report.rows().get(0));
    }
  }

  private final CrmSession session;
  private final Calendar calendar;
  private final int units;
  private final Random random = new Random(42);
  private final List<CustomerId> customers = new ArrayList<>();
  private final List<ProductId> products = new ArrayList<>();
  private final List<String> roots = new ArrayList<>();
  private final Runnable analyze;
  private final Way way;
  private int made;
  private int swapped;
  private int analyzed = 1;

  /**
   * @param analyze has the database count its rows. By itself it does so once a minute at most;
   *     till then it checks foreign keys of what is loaded as if the tables were empty.
   */
  UnitData(Crm crm, Calendar calendar, int units, Runnable analyze) {
    this(crm, calendar, units, analyze, UnitData::byLists);
  }

  /** With a way of one's own to register units. */
  UnitData(Crm crm, Calendar calendar, int units, Runnable analyze, Way way) {
    this.analyze = analyze;
    this.way = way;
    this.session = crm.session(new TenantId("units"), Actor.of("loader"));
    this.calendar = calendar;
    this.units = units;
  }

  CrmSession session() {
    return session;
  }

  /** The greatest tree: a tenth of all units. */
  Asset greatest() {
    return unit("T0-0");
  }

  /** A tree of a hundredth of all units. */
  Asset great() {
    return unit("T1-0");
  }

  Asset unit(String reference) {
    return session
        .get(Assets.class)
        .search(Query.where(AssetAttributes.REFERENCE.eq(reference)).limit(1))
        .items()
        .get(0);
  }

  /** The serial number of one of the units. */
  String serial(Random any) {
    return "S-" + any.nextInt(made) / 5 * 5;
  }

  void fill() {
    customers();
    for (int i = 0; i < 200; i++) {
      String sku = "P-" + i;
      ProductContent content =
          ProductContent.of(ProductDescription.goods(new Label("Model " + i, "型号 " + i)));
      products.add(session.get(Products.class).create(new NewProduct(sku, content)).id());
    }
    List<AssetRow> rows = new ArrayList<>();
    int tree = 0;
    int quota = units / YEARS;
    for (int year = 0; year < YEARS; year++) {
      while (made < quota * (year + 1)) {
        tree(tree++, rows);
        if (rows.size() >= CHUNK) {
          take(rows);
        }
      }
      take(rows);
      live(quota);
    }
  }

  private void customers() {
    int count = Math.max(10, units / 50);
    List<CustomerRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(CustomerRow.organization("C-" + i, CustomerName.of("Works " + i)));
      if (rows.size() == CHUNK || i == count - 1) {
        session.get(CustomerImports.class).take(new ImportCustomers(rows));
        rows.clear();
      }
    }
    session
        .get(Customers.class)
        .export(Criteria.all(), some -> some.forEach(customer -> customers.add(customer.id())));
  }

  private void tree(int number, List<AssetRow> rows) {
    int size = number == 0 ? units / 10 : number <= 5 ? units / 100 : 1 + random.nextInt(60);
    CustomerId customer = customers.get(random.nextInt(customers.size()));
    roots.add("T" + number + "-0");
    for (int i = 0; i < size && made < units; i++) {
      // Eight below each, so that a tree of 100,000 is six deep; some chains besides.
      int above = i % 10 == 9 ? i - 1 : (i - 1) / 8;
      rows.add(
          new AssetRow(
              "T" + number + "-" + i,
              RegisterAsset.ofOurs(customer, identity())
                  .withPlacement(
                      Placement.standingAlone(i == 0 ? UnitRole.SYSTEM : UnitRole.PART)
                          .withFunction("position " + i % 9)),
              i == 0 ? null : "T" + number + "-" + above));
      if (rows.size() >= CHUNK) {
        take(rows);
      }
    }
  }

  private AssetIdentity identity() {
    int number = made++;
    AssetIdentity identity =
        AssetIdentity.ofProduct(products.get(random.nextInt(products.size())))
            .withBatch("B-" + random.nextInt(2_000));
    return number % 5 == 4 ? identity : identity.withSerialNumber("S-" + number);
  }

  private void take(List<AssetRow> rows) {
    if (!rows.isEmpty()) {
      calendar.pass(Duration.ofHours(1));
      way.take(session, rows);
      rows.clear();
      if (made >= 2 * analyzed) {
        analyzed = made;
        analyze.run();
      }
    }
  }

  /** What happens in the rest of a year. */
  private void live(int arrived) {
    Assets assets = session.get(Assets.class);
    for (int i = 0; i < arrived / 40; i++) {
      Asset unit = any();
      if (unit != null) {
        repair(unit);
      }
    }
    recall();
    for (int i = 0; i < arrived / 400; i++) {
      Asset unit = any();
      if (unit != null) {
        swap(unit);
      }
    }
    for (int i = 0; i < arrived / 100; i++) {
      Asset unit = any();
      if (unit != null) {
        assets.move(MoveAsset.of(unit, unit.placement().withFunction("moved " + i)));
      }
    }
    for (int i = 0; i < Math.max(1, arrived / 400 / 30); i++) {
      // Not the great trees: they are measured.
      Asset root = unit(roots.get(Math.min(roots.size() - 1, 6 + random.nextInt(roots.size()))));
      try {
        session
            .get(AssetTransfers.class)
            .transfer(TransferAsset.of(root, customers.get(random.nextInt(customers.size()))));
      } catch (Refused same) {
        // It was this customer's already.
      }
    }
    calendar.pass(Duration.ofDays(200));
  }

  private void repair(Asset unit) {
    Assets assets = session.get(Assets.class);
    Asset broken = assets.takeStep(TakeStep.of(unit, AssetStep.TAKE_INTO_REPAIR));
    calendar.pass(Duration.ofMinutes(20));
    assets.takeStep(TakeStep.of(broken, AssetStep.FINISH_REPAIR));
  }

  /** One batch a year has to be looked after. */
  private void recall() {
    session
        .get(Assets.class)
        .search(Query.where(AssetAttributes.BATCH.eq("B-" + random.nextInt(2_000))).limit(500))
        .items()
        .stream()
        .filter(UnitData::works)
        .forEach(this::repair);
  }

  /** A new unit takes the place of this one, with all that is within. */
  private void swap(Asset unit) {
    String number = "R-" + swapped++;
    Asset spare =
        session
            .get(Assets.class)
            .register(
                RegisterAsset.ofOurs(
                    unit.customer(),
                    unit.identity().withSerialNumber(number).withBatch("B-spares")));
    session
        .get(AssetTransfers.class)
        .replace(ReplaceAsset.of(unit, spare).withParts(ReplaceAsset.Parts.MOVE_OVER));
  }

  private static boolean works(Asset unit) {
    return unit.life().status() == AssetStatus.IN_OPERATION;
  }

  /** A unit that works, and stands within another: the roots of trees are measured. */
  private @Nullable Asset any() {
    return session.get(Assets.class).bySerialNumber(serial(random)).stream()
        .filter(UnitData::works)
        .filter(unit -> unit.placement().parent() != null)
        .findFirst()
        .orElse(null);
  }

  /** A part that may go from one place to another, far below the root of the greatest tree. */
  AssetId deep() {
    return unit("T0-" + (units / 10 - 1)).id();
  }
}
