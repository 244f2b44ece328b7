package io.crmkit.assets.merge;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetMoved;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.assets.asset.AssetHistories;
import io.crmkit.assets.asset.Portions;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Gives units back after a merge. What was put together meanwhile and is two customers' again is
 * taken apart: a structure never crosses customers.
 */
final class UnitUnmerge {

  private final Tx tx;
  private final CustomerMerge merge;

  UnitUnmerge(Tx tx, CustomerMerge merge) {
    this.tx = tx;
    this.merge = merge;
  }

  void undo(MergeShare share) {
    Map<AssetId, UnitMemo> memos = UnitMemo.read(share.memo());
    Instant at = UnitMemo.moment(share.memo());
    Map<AssetId, GivenBack> units = new HashMap<>();
    Portions.each(
        memos.keySet(),
        ids -> {
          tx.lock(ASSETS, ids);
          Map<AssetId, AssetHistory> histories = AssetHistories.of(tx.tenantWide(), ids);
          for (Asset asset : tx.tenantWide().store(ASSETS).findAll(ids)) {
            units.put(
                asset.id(),
                new GivenBack(
                    merge,
                    at,
                    asset,
                    Objects.requireNonNull(histories.get(asset.id())),
                    Objects.requireNonNull(memos.get(asset.id()))));
          }
        });
    Set<AssetId> back = new LinkedHashSet<>();
    units.values().stream().filter(GivenBack::goes).forEach(unit -> back.add(unit.asset().id()));
    Portions.each(units.values(), some -> giveBack(some, back, at));
    Portions.each(back, ids -> takeOut(ids, back, at));
  }

  private void giveBack(List<GivenBack> units, Set<AssetId> back, Instant at) {
    UnitWriting writing = new UnitWriting(tx);
    for (GivenBack unit : units) {
      Asset after = unit.after();
      if (unit.goes() && strange(after.placement(), back)) {
        after = after.withPlacement(alone(after.placement()));
      }
      writing.change(unit.asset(), after);
      writing.twins(
          unit.history(),
          unit.turning(),
          merge.absorbed(),
          fact -> strange(fact.placement(), back) ? apart(fact, at) : List.of(fact));
    }
    writing.flush();
  }

  /** The survivor's units that were put into those that go back. */
  private void takeOut(List<AssetId> within, Set<AssetId> back, Instant at) {
    Tx all = tx.tenantWide();
    Set<AssetId> ids = new LinkedHashSet<>();
    all
        .store(PLACEMENT_FACTS)
        .all(
            AssetAttributes.PLACEMENT_FACT_PARENT
                .in(within)
                .and(AssetAttributes.PLACEMENT_FACT_HOLDER.eq(merge.survivor())))
        .stream()
        .map(AssetPlacementFact::asset)
        .filter(id -> !back.contains(id))
        .forEach(ids::add);
    Portions.each(ids, some -> takeOut(some, within, at));
  }

  private void takeOut(List<AssetId> ids, List<AssetId> within, Instant at) {
    Set<AssetId> others = Set.copyOf(within);
    tx.lock(ASSETS, ids);
    Map<AssetId, AssetHistory> histories = AssetHistories.of(tx.tenantWide(), ids);
    UnitWriting writing = new UnitWriting(tx);
    for (Asset asset : tx.tenantWide().store(ASSETS).findAll(ids)) {
      AssetId parent = asset.placement().parent();
      if (asset.customer().equals(merge.survivor()) && parent != null && others.contains(parent)) {
        Placement alone = alone(asset.placement());
        writing.change(
            Change.of(
                asset,
                asset.withPlacement(alone),
                new AssetMoved(asset.id(), asset.customer(), asset.placement(), alone)));
      }
      AssetHistory history = Objects.requireNonNull(histories.get(asset.id()));
      List<AssetPlacementFact> apart =
          Twins.of(
              history.placements(),
              fact -> fact.holder().equals(merge.survivor()) && in(fact.placement(), others),
              tx.now(),
              (fact, time) ->
                  new AssetPlacementFact(
                      fact.id(), 0, fact.asset(), fact.placement(), fact.holder(), time));
      for (AssetPlacementFact fact : apart) {
        writing.placements(
            apart(fact, at).stream().filter(f -> !f.placement().equals(fact.placement())).toList());
      }
    }
    writing.flush();
  }

  private static boolean in(Placement placement, Set<AssetId> units) {
    return placement.parent() != null && units.contains(placement.parent());
  }

  /** Whether it is within a unit that does not go back. */
  private static boolean strange(Placement placement, Set<AssetId> back) {
    return placement.parent() != null && !back.contains(placement.parent());
  }

  private static Placement alone(Placement placement) {
    return placement.alone().withFunction(null);
  }

  /** As it was said before the merge, standing alone from then on. */
  private static List<AssetPlacementFact> apart(AssetPlacementFact fact, Instant at) {
    FactTime time = fact.time();
    List<AssetPlacementFact> facts = new ArrayList<>();
    Instant from = time.validFrom();
    Instant to = time.validTo();
    if (from.isBefore(at)) {
      Instant until = to == null || to.isAfter(at) ? at : to;
      facts.add(said(fact, fact.placement(), new FactTime(from, until, time.recordedAt())));
    }
    if (to == null || to.isAfter(at)) {
      Instant since = from.isBefore(at) ? at : from;
      facts.add(said(fact, alone(fact.placement()), new FactTime(since, to, time.recordedAt())));
    }
    return facts;
  }

  private static AssetPlacementFact said(
      AssetPlacementFact fact, Placement placement, FactTime time) {
    return new AssetPlacementFact(fact.id(), 0, fact.asset(), placement, fact.holder(), time);
  }
}
