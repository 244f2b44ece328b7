package io.crmkit.assets.merge;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.error.Reason;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.assets.asset.AssetHistories;
import io.crmkit.assets.asset.Portions;
import io.crmkit.assets.asset.UnitsOf;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the survivor have, and have had, every unit that the absorbed customer has, or had. */
final class UnitMerge {

  private static final Label UNITS = new Label("units", "设备");

  private final Tx tx;
  private final CustomerMerge merge;

  UnitMerge(Tx tx, CustomerMerge merge) {
    this.tx = tx;
    this.merge = merge;
  }

  static MergeForecast forecast(ReadTx tenantWide, CustomerMerge merge) {
    int count = Math.toIntExact(tenantWide.store(ASSETS).count(UnitsOf.now(merge.absorbed())));
    long lent =
        tenantWide
            .store(ASSETS)
            .count(
                Criteria.or(
                    lent(merge.absorbed(), merge.survivor()),
                    lent(merge.survivor(), merge.absorbed())));
    return new MergeForecast(
        MergeForecast.of(UNITS, count).moving(),
        lent == 0
            ? List.of()
            : List.of(Reason.of(AssetReason.LENT_BETWEEN_THEM).with("count", lent)));
  }

  private static Criteria<Asset> lent(CustomerId from, CustomerId to) {
    return AssetAttributes.LENDER.eq(from).and(AssetAttributes.CUSTOMER.eq(to));
  }

  /**
   * @param memo takes what is needed to undo it
   * @return the units to which the absorbed customer was anything when it was merged
   */
  List<EntityRef> move(Map<String, String> memo) {
    UnitMemo.writeMoment(tx.now(), memo);
    List<EntityRef> moved = new ArrayList<>();
    Portions.each(UnitsOf.ever(tx.tenantWide(), merge.absorbed()), ids -> move(ids, memo, moved));
    return moved;
  }

  private void move(List<AssetId> ids, Map<String, String> memo, List<EntityRef> moved) {
    CustomerId from = merge.absorbed();
    CustomerId to = merge.survivor();
    tx.lock(ASSETS, ids);
    Map<AssetId, AssetHistory> histories = AssetHistories.of(tx.tenantWide(), ids);
    UnitWriting writing = new UnitWriting(tx);
    for (Asset before : tx.tenantWide().store(ASSETS).findAll(ids)) {
      AssetHistory history = Objects.requireNonNull(histories.get(before.id()));
      UnitMemo.of(history, from, to, tx.now()).write(before.id(), memo);
      Asset after = Holders.swapped(before, from, to);
      if (!after.equals(before)) {
        writing.change(before, after);
        moved.add(EntityRef.of(Assets.ENTITY, before.id()));
      }
      writing.twins(
          history,
          new UnitWriting.Turning(
              fact -> fact.holder().equals(from),
              fact -> fact.holder().equals(from),
              fact -> fact.customer().equals(from)),
          to,
          List::of);
    }
    writing.flush();
  }
}
