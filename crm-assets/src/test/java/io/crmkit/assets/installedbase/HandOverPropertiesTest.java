package io.crmkit.assets.installedbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Delivery;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.SoldGoods.State;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductLife;
import io.crmkit.api.product.ProductStatus;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.assets.site.UnitDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Whatever sales and service do, how often and in which order: the same units come of it as of a
 * naive count of what was promised and shipped.
 */
class HandOverPropertiesTest {

  private static final int LINES = 3;
  private static final int QUANTITY = 3;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  /** What happens. */
  enum What {
    PROVISION,
    SHIP,
    LEARN_SERIAL,
    HAND_OVER
  }

  record Happening(What what, int line) {}

  @Provide
  Arbitrary<List<Happening>> histories() {
    return Combinators.combine(
            Arbitraries.of(What.class), Arbitraries.integers().between(0, LINES - 1))
        .as(Happening::new)
        .list()
        .ofMaxSize(30);
  }

  @Property(tries = 500)
  void any_history_gives_the_units_of_a_naive_count(@ForAll("histories") List<Happening> history) {
    World world = new World();
    Naive naive = new Naive();

    for (Happening happening : history) {
      switch (happening.what()) {
        case PROVISION -> {
          world.provision();
          naive.provision();
        }
        case SHIP -> {
          world.ship(happening.line());
          naive.ship(happening.line());
        }
        case LEARN_SERIAL -> {
          world.learnSerial(happening.line());
          naive.learnSerial(happening.line());
        }
        case HAND_OVER -> {
          world.handOver();
          naive.handOver();
        }
      }
      assertThat(world.units()).isEqualTo(naive.units);
    }
    world.handOver();
    assertThat(world.handOver()).as("a second time").allMatch(HandOverPropertiesTest::nothing);
  }

  private static boolean nothing(UnitChange change) {
    return change.effect().outcome() == HandOver.Outcome.UNCHANGED;
  }

  /** Three lines, counted on fingers: each unit as "status serial warranties". */
  private static final class Naive {

    private final int[] shipped = new int[LINES];
    private final int[] serials = new int[LINES];
    private final Map<String, String> units = new TreeMap<>();

    void provision() {
      for (int line = 0; line < LINES; line++) {
        for (int unit = 1; unit <= QUANTITY; unit++) {
          units.putIfAbsent(line + "/" + unit, "PROVISIONAL null 0");
        }
      }
    }

    void ship(int line) {
      shipped[line] = Math.min(QUANTITY, shipped[line] + 1);
    }

    void learnSerial(int line) {
      serials[line] = Math.min(shipped[line], serials[line] + 1);
    }

    void handOver() {
      for (int line = 0; line < LINES; line++) {
        for (int unit = 1; unit <= shipped[line]; unit++) {
          String serial = unit <= serials[line] ? "S" + unit : "null";
          units.put(line + "/" + unit, "SHIPPED " + serial + " 1");
        }
      }
    }
  }

  /** The rules, with maps for storage. */
  private static final class World {

    private final Product product = product();
    private final List<Line> lines = new ArrayList<>();
    private final EntityRef sale = new EntityRef("host.order", UUID.randomUUID());
    private final CustomerId customer = new CustomerId(UUID.randomUUID());
    private final Map<UnitKey, Asset> assets = new LinkedHashMap<>();
    private final Map<AssetId, Set<String>> warranties = new HashMap<>();

    World() {
      for (int i = 0; i < LINES; i++) {
        lines.add(
            new Line(UUID.randomUUID(), null, product.id(), "Thing", QUANTITY, Delivery.none()));
      }
    }

    void ship(int line) {
      Delivery now = lines.get(line).delivery();
      int quantity = Math.min(QUANTITY, now.quantity() + 1);
      deliver(line, new Delivery(quantity, DAY, now.serialNumbers()));
    }

    void learnSerial(int line) {
      Delivery now = lines.get(line).delivery();
      if (now.serialNumbers().size() < now.quantity()) {
        List<String> more = new ArrayList<>(now.serialNumbers());
        more.add("S" + (more.size() + 1));
        deliver(line, new Delivery(now.quantity(), now.lastOn(), more));
      }
    }

    private void deliver(int index, Delivery delivery) {
      Line line = lines.get(index);
      lines.set(
          index,
          new Line(line.id(), null, line.product(), line.description(), line.quantity(), delivery));
    }

    List<UnitChange> provision() {
      return apply(HandOverPlanner.provision(facts(), UUID::randomUUID));
    }

    List<UnitChange> handOver() {
      SaleFacts facts = facts();
      assertThat(SaleChecks.forHandOver(facts.goods())).isEmpty();
      SerialAllocation.Allocated serials = SerialAllocation.allocate(facts);
      assertThat(serials.reasons()).isEmpty();
      return apply(HandOverPlanner.handOver(facts, serials.toGive(), UUID::randomUUID));
    }

    private SaleFacts facts() {
      SoldGoods goods = new SoldGoods(sale, customer, State.EXECUTED, "SO-1", lines);
      UnitExpansion expansion =
          new UnitExpansion(
              goods,
              new UnitExpansion.Known(Map.of(product.id(), product), assets),
              Locale.ENGLISH);
      return new SaleFacts(
          goods,
          expansion.expand().units(),
          Map.copyOf(assets),
          List.of(),
          Map.copyOf(warranties),
          HandOverTerms.standard(),
          UnitDays.everywhere(DAY));
    }

    private List<UnitChange> apply(List<UnitChange> changes) {
      for (UnitChange change : changes) {
        Asset known = assets.put(change.key(), change.after());
        assertThat(known == null ? null : known.id())
            .isEqualTo(change.before() == null ? null : change.after().id());
        Set<String> kinds = warranties.computeIfAbsent(change.after().id(), k -> new HashSet<>());
        change.warranties().forEach(terms -> assertThat(kinds.add(terms.kind())).isTrue());
      }
      return changes;
    }

    Map<String, String> units() {
      Map<String, String> units = new TreeMap<>();
      assets.forEach(
          (key, asset) -> {
            AssetLife life = asset.life();
            units.put(
                lineOf(key.line()) + "/" + key.unit(),
                life.status()
                    + " "
                    + serial(asset.identity().serialNumber())
                    + " "
                    + warranties.get(asset.id()).size());
          });
      return units;
    }

    private int lineOf(UUID id) {
      return lines.stream().map(Line::id).toList().indexOf(id);
    }

    private static String serial(@Nullable String serialNumber) {
      return String.valueOf(serialNumber);
    }

    private static Product product() {
      return new Product(
          new ProductId(UUID.randomUUID()),
          1,
          "THING",
          ProductDescription.goods(Label.same("Thing")),
          new ProductLife(ProductStatus.ACTIVE, 1),
          null,
          null,
          Map.of(),
          List.of(),
          List.of(WarrantyTerms.fromShipment("full", 12)),
          CustomValues.none());
    }
  }

  @Property
  void parts_are_spread_evenly_over_their_wholes(
      @ForAll @IntRange(min = 1, max = 50) int wholes,
      @ForAll @IntRange(min = 1, max = 200) int parts) {
    int[] given = new int[wholes + 1];
    for (int number = 1; number <= parts; number++) {
      given[UnitExpansion.share(number, parts, wholes)]++;
    }

    int least = parts / wholes;
    int most = (parts + wholes - 1) / wholes;
    for (int whole = 1; whole <= wholes; whole++) {
      assertThat(given[whole]).isBetween(least, most);
    }
  }
}
