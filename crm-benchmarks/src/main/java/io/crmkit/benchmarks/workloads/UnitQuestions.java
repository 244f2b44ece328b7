package io.crmkit.benchmarks.workloads;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetCriteria;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * What questions about the installed base cost beside the same questions by hand, on the same rows
 * in the same run. The ratio is our rate over the floor's: higher is better. Where two of our own
 * are compared, it is said how many times as dear the one is as the other: lower is better.
 */
public final class UnitQuestions {

  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
  private static final String TENANT = "units";

  private final String storage;
  private final int units;
  private final UnitData data;
  private final UnitFloor floor;
  private final Assets assets;
  private final AssetsInTime time;
  private final Random random = new Random(7);
  private final Rounds rounds = new Rounds(5, 1_000);

  private UnitQuestions(String storage, int units, UnitData data, DataSource source) {
    this.storage = storage;
    this.units = units;
    this.data = data;
    this.floor = new UnitFloor(source, TENANT);
    this.assets = data.session().get(Assets.class);
    this.time = data.session().get(AssetsInTime.class);
  }

  public static void main(String[] args) throws SQLException {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "error");
    }
    boolean told = args.length == 2 && args[0].equals("--units");
    if (args.length != 0 && !told) {
      throw new IllegalArgumentException("units [--units N]");
    }
    int units = told ? Integer.parseInt(args[1]) : 100_000;
    if (units <= 100_000 && !Boolean.getBoolean("crmkit.postgres.only")) {
      JdbcConnectionPool h2 = JdbcConnectionPool.create("jdbc:h2:mem:units", "", "");
      on("H2", units, b -> b.dataSource(h2), h2);
      h2.dispose();
    }
    try (Database database = Database.at(null);
        var pool = database.pool()) {
      on("PostgreSQL", units, b -> b.dataSource(pool), pool);
    }
  }

  private static void on(String storage, int units, Consumer<CrmBuilder> place, DataSource source)
      throws SQLException {
    UnitData.Calendar calendar = new UnitData.Calendar();
    UnitPushes.Book book = new UnitPushes.Book();
    try (Crm crm =
        CrmKitLeg.open(
            builder -> {
              place.accept(builder);
              builder.clock(calendar);
              builder.module(book);
            })) {
      UnitData data = new UnitData(crm, calendar, units, () -> analyze(source));
      long begin = System.nanoTime();
      data.fill();
      long seconds = Math.max(1, (System.nanoTime() - begin) / 1_000_000_000);
      System.out.printf(
          Locale.ROOT,
          "%s: %,d units and ten years of their life in %d s, %,d a second%n",
          storage,
          units,
          seconds,
          units / seconds);
      analyze(source);
      new UnitQuestions(storage, units, data, source).ask();
      new UnitPushes(crm, book, source).measure(storage);
    }
  }

  private static void analyze(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void ask() {
    // A tree of 10,000 of 100,000 units, and of 1,000,000.
    Asset great = units > 100_000 ? data.great() : data.greatest();
    AssetId deep = data.deep();
    AssetId parent = great.id();
    compare("unit by serial", this::bySerial, () -> floor.bySerial(key()));
    compare("path to the root", () -> assets.pathToRoot(deep), () -> floor.path(deep.value()));
    compare("direct children", () -> assets.children(parent), () -> floor.children(parent.value()));
    int size = assets.tree(great.id()).nodes().size();
    compare("tree of " + size, () -> assets.tree(great.id()), () -> floor.tree(great.id().value()));
    Instant then = UnitData.BEGIN.plus(Duration.ofDays(300));
    TwoTimes past = TwoTimes.at(then).asKnownOn(then);
    int before = time.tree(great.id(), past).map(t -> t.nodes().size()).orElse(0);
    dearer(
        "tree of " + before + " as of a past day, as known then, to today's",
        () -> time.tree(great.id(), past),
        () -> assets.tree(great.id()));
    moves();
    rates();
  }

  /** What no floor is written for: how it grows with the number of units is what matters. */
  private void rates() {
    rate(
        "recall of a batch",
        () ->
            time.recall(
                Query.where(AssetAttributes.BATCH.eq("B-" + random.nextInt(2_000))).limit(50)));
    rate(
        "units of a product, a page",
        () -> assets.search(Query.where(AssetAttributes.SKU.eq("P-7")).limit(50)));
    rate(
        "units of a customer by status, as of a past day",
        () ->
            time.counts(
                data.great().customer(), TwoTimes.at(UnitData.BEGIN.plus(Duration.ofDays(900)))));
    rate(
        "units in the installed base of one batch",
        () ->
            assets.count(
                AssetCriteria.installedBase()
                    .and(AssetAttributes.BATCH.eq("B-" + random.nextInt(2_000)))));
  }

  private void moves() {
    Asset[] one = {data.unit("T2-77")};
    Asset[] whole = {assets.children(data.greatest().id()).get(0)};
    int below = assets.tree(whole[0].id()).nodes().size();
    dearer(
        "move of a subtree of " + below + " to that of one unit",
        () -> whole[0] = moved(whole[0]),
        () -> one[0] = moved(one[0]));
  }

  private Asset moved(Asset unit) {
    return assets.move(
        MoveAsset.of(
            unit, unit.placement().withFunction("place " + random.nextInt(1_000_000_000))));
  }

  private void bySerial() {
    assets.bySerialNumber(data.serial(random));
  }

  private String key() {
    return data.serial(random).toLowerCase(Locale.ROOT);
  }

  private void compare(String question, Runnable ours, Runnable floors) {
    rounds.rate(ours);
    rounds.rate(floors);
    Rounds.Comparison result = rounds.compare(ours, floors);
    System.out.printf(
        Locale.ROOT,
        "%-10s %-40s ours %,.1f, by hand %,.1f a second: ratio %.2f%s%n",
        storage,
        question,
        result.ours(),
        result.floor(),
        result.ratio(),
        disturbed(result));
  }

  private void dearer(String question, Runnable dear, Runnable cheap) {
    rounds.rate(dear);
    rounds.rate(cheap);
    Rounds.Comparison result = rounds.compare(dear, cheap);
    System.out.printf(
        Locale.ROOT,
        "%-10s %-40s %,.1f to %,.1f a second: %.2f times as dear%s%n",
        storage,
        question,
        result.ours(),
        result.floor(),
        1 / result.ratio(),
        disturbed(result));
  }

  private void rate(String question, Runnable operation) {
    rounds.rate(operation);
    System.out.printf(
        Locale.ROOT, "%-10s %-40s %,.1f a second%n", storage, question, rounds.rate(operation));
  }

  private static String disturbed(Rounds.Comparison result) {
    return result.disturbed() > 0 ? ", " + result.disturbed() + " pairs disturbed" : "";
  }
}
