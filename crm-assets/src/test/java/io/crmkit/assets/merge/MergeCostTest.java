package io.crmkit.assets.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.testkit.sql.CountingDataSource;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units are merged in portions, not one by one. */
class MergeCostTest {

  private static final int PORTION = 500;

  /** Calls to the database for a portion: reads, one batch for each table, and the like. */
  private static final long CALLS_PER_PORTION = 60;

  @Test
  void a_portion_costs_a_constant_number_of_calls() {
    try (TestPlace place = new PostgresStorage().open()) {
      CountingDataSource counted = CountingDataSource.around(place.dataSource().orElseThrow());
      try (Crm crm =
          Crm.builder(AccessPolicy.allowAll())
              .delivery(CrmBuilder.Delivery.MANUAL)
              .dataSource(counted)
              .open()) {
        CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
        Cost few = cost(session, counted, PORTION);
        Cost many = cost(session, counted, 5 * PORTION);

        assertThat(many.move() - few.move()).as("merging").isLessThan(4 * CALLS_PER_PORTION);
        assertThat(many.undo() - few.undo()).as("undoing").isLessThan(4 * CALLS_PER_PORTION);
      }
    }
  }

  private record Cost(long move, long undo) {}

  private static Cost cost(CrmSession session, CountingDataSource counted, int units) {
    CustomerMerge merge = new CustomerMerge(customer(session), customer(session));
    List<AssetRow> rows = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      rows.add(
          new AssetRow(
              merge.absorbed() + "-" + i,
              RegisterAsset.ofOurs(merge.absorbed(), AssetIdentity.ofModel("Acme", "Press")),
              null));
    }
    session.get(Assets.class).importAll(new ImportAssets(rows));
    CustomerMerges merges = session.get(CustomerMerges.class);
    long before = counted.count().calls();
    MergeShare share = merges.move(merge);
    long between = counted.count().calls();
    assertThat(has(session, merge.survivor())).isEqualTo(units);
    long after = counted.count().calls();
    merges.undo(new CustomerMerges.Undo(merge, share));
    long end = counted.count().calls();
    assertThat(has(session, merge.absorbed())).isEqualTo(units);
    return new Cost(between - before, end - after);
  }

  private static long has(CrmSession session, CustomerId customer) {
    return session.get(Assets.class).count(AssetAttributes.CUSTOMER.eq(customer));
  }

  private static CustomerId customer(CrmSession session) {
    return session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of("Acme")))
        .id();
  }
}
