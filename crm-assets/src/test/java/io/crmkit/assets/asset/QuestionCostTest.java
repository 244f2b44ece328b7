package io.crmkit.assets.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.testkit.sql.CountingDataSource;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Questions and moves cost so many statements, however many units there are. */
class QuestionCostTest {

  /** A chain of units, one within the other, and beside it so many below the first. */
  private record Base(CrmSession session, CountingDataSource counted, AssetId root, AssetId last) {

    long statements(Runnable question) {
      question.run();
      long before = counted.count().statements();
      question.run();
      return counted.count().statements() - before;
    }

    Assets assets() {
      return session.get(Assets.class);
    }
  }

  @Test
  void on_postgresql_each_question_is_a_constant_number_of_statements() {
    for (int units : List.of(12, 300)) {
      with(
          new PostgresStorage(),
          units,
          6,
          base -> {
            assertThat(base.statements(() -> base.assets().bySerialNumber("S-1"))).isEqualTo(1);
            assertThat(base.statements(() -> base.assets().children(base.root()))).isEqualTo(1);
            assertThat(base.statements(() -> base.assets().pathToRoot(base.last()))).isEqualTo(1);
            assertThat(base.statements(() -> base.assets().tree(base.root()))).isEqualTo(1);
          });
    }
  }

  @Test
  void on_h2_a_tree_is_a_statement_for_each_level_and_a_path_one_for_each_step_and_one() {
    for (int units : List.of(12, 300)) {
      with(
          new H2Storage(),
          units,
          6,
          base -> {
            assertThat(base.statements(() -> base.assets().children(base.root()))).isEqualTo(1);
            assertThat(base.statements(() -> base.assets().pathToRoot(base.last()))).isEqualTo(7);
            assertThat(base.statements(() -> base.assets().tree(base.root()))).isEqualTo(7);
          });
    }
  }

  @Test
  void the_past_of_a_tree_costs_as_many_statements_whatever_its_size() {
    List<Long> costs = new ArrayList<>();
    for (int units : List.of(12, 300)) {
      with(
          new PostgresStorage(),
          units,
          6,
          base -> {
            TwoTimes now = TwoTimes.at(Instant.now().plusSeconds(60));
            costs.add(
                base.statements(
                    () -> base.session().get(AssetsInTime.class).tree(base.root(), now)));
          });
    }
    assertThat(costs.get(0)).isEqualTo(costs.get(1)).isLessThan(10);
  }

  @Test
  void a_great_subtree_is_moved_as_cheaply_as_one_unit() {
    List<Long> costs = new ArrayList<>();
    for (int units : List.of(12, 300)) {
      with(
          new PostgresStorage(),
          units,
          6,
          base ->
              costs.add(
                  base.statements(
                      () -> {
                        var root = base.assets().get(base.root());
                        String place = "place " + System.nanoTime();
                        base.assets()
                            .move(MoveAsset.of(root, root.placement().withFunction(place)));
                      })));
    }
    assertThat(costs.get(0)).isEqualTo(costs.get(1));
  }

  private static void with(TestStorage storage, int units, int depth, Consumer<Base> body) {
    try (TestPlace place = storage.open()) {
      CountingDataSource counted = CountingDataSource.around(place.dataSource().orElseThrow());
      try (Crm crm =
          Crm.builder(AccessPolicy.allowAll())
              .delivery(CrmBuilder.Delivery.MANUAL)
              .dataSource(counted)
              .open()) {
        CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
        CustomerId customer =
            session
                .get(Customers.class)
                .register(RegisterCustomer.organization(CustomerName.of("Acme")))
                .id();
        List<AssetRow> rows = new ArrayList<>();
        for (int i = 0; i < units; i++) {
          AssetIdentity identity =
              AssetIdentity.ofModel("Acme", "Press").withSerialNumber("S-" + i);
          String above = i == 0 ? null : i < depth ? "U-" + (i - 1) : "U-0";
          rows.add(new AssetRow("U-" + i, RegisterAsset.ofOurs(customer, identity), above));
        }
        session.get(Assets.class).importAll(new ImportAssets(rows));
        body.accept(
            new Base(session, counted, id(session, "U-0"), id(session, "U-" + (depth - 1))));
      }
    }
  }

  private static AssetId id(CrmSession session, String reference) {
    return session
        .get(Assets.class)
        .search(Query.where(AssetAttributes.REFERENCE.eq(reference)))
        .items()
        .get(0)
        .id();
  }
}
