package io.crmkit.assets.merge;

import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.error.Refused;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.asset.AssetInvariants;
import io.crmkit.assets.environment.EnvironmentMerge;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Thin around {@link UnitMerge}, {@link UnitUnmerge}, {@link EntitlementMerge}, {@link
 * EnvironmentMerge} and {@link SiteMerge}.
 */
public final class CustomerMergesService implements CustomerMerges {

  private final Work work;

  @Inject
  public CustomerMergesService(Work work) {
    this.work = work;
  }

  @Override
  public MergeForecast forecast(CustomerMerge merge) {
    return work.read(
        tx -> {
          requireSeen(tx, merge);
          MergeForecast units = UnitMerge.forecast(tx.tenantWide(), merge);
          List<MergeForecast.Moving> moving = new ArrayList<>(units.moving());
          moving.addAll(EntitlementMerge.forecast(tx.tenantWide(), merge).moving());
          moving.addAll(EnvironmentMerge.forecast(tx, merge).moving());
          moving.addAll(SiteMerge.forecast(tx.tenantWide(), merge).moving());
          return new MergeForecast(moving, units.against());
        });
  }

  @Override
  public MergeShare move(CustomerMerge merge) {
    return work.run(
        "asset.merge-customers",
        merge,
        tx -> {
          lock(tx, merge);
          MergeForecast units = UnitMerge.forecast(tx.tenantWide(), merge);
          if (!units.against().isEmpty()) {
            throw new Refused(units.against());
          }
          Map<String, String> memo = new HashMap<>();
          List<EntityRef> moved = new ArrayList<>(new UnitMerge(tx, merge).move(memo));
          moved.addAll(new EntitlementMerge(tx).move(merge));
          moved.addAll(EnvironmentMerge.move(tx, merge));
          moved.addAll(new SiteMerge(tx).move(merge));
          return new MergeShare(moved, memo);
        });
  }

  @Override
  public MergeShare undo(Undo undo) {
    return work.run(
        "asset.unmerge-customers",
        undo,
        tx -> {
          lock(tx, undo.merge());
          new UnitUnmerge(tx, undo.merge()).undo(undo.share());
          new EntitlementMerge(tx).undo(undo.merge(), undo.share());
          EnvironmentMerge.undo(tx, undo.merge(), undo.share());
          new SiteMerge(tx).undo(undo.merge(), undo.share());
          return undo.share();
        });
  }

  /** No unit of either comes or goes meanwhile. */
  private static void lock(Tx tx, CustomerMerge merge) {
    requireSeen(tx, merge);
    AssetInvariants.structures(tx, List.of(merge.survivor(), merge.absorbed()));
  }

  private static void requireSeen(ReadTx tx, CustomerMerge merge) {
    tx.session().get(Customers.class).get(merge.survivor());
    tx.session().get(Customers.class).get(merge.absorbed());
  }
}
