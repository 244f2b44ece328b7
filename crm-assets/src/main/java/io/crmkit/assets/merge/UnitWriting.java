package io.crmkit.assets.merge;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFactId;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetPartyFact;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.assets.asset.AssetJournal;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gathers the changes of one portion of units, and the facts that come with them. */
final class UnitWriting {

  private final Tx tx;
  private final List<Change<Asset>> changes = new ArrayList<>();
  private final List<AssetStatusFact> statuses = new ArrayList<>();
  private final List<AssetPlacementFact> placements = new ArrayList<>();
  private final List<AssetPartyFact> parties = new ArrayList<>();

  UnitWriting(Tx tx) {
    this.tx = tx;
  }

  void change(Asset before, Asset after) {
    if (!after.equals(before)) {
      changes.add(Holders.change(before, after));
    }
  }

  void change(Change<Asset> change) {
    changes.add(change);
  }

  /** Which facts are said of another customer from now on. */
  record Turning(
      Predicate<AssetStatusFact> statuses,
      Predicate<AssetPlacementFact> placements,
      Predicate<AssetPartyFact> parties) {}

  /**
   * Says of a customer what was said of another.
   *
   * @param placed what is said of where it was
   */
  void twins(
      AssetHistory history,
      Turning turning,
      CustomerId to,
      Function<AssetPlacementFact, List<AssetPlacementFact>> placed) {
    Instant now = tx.now();
    statuses.addAll(
        Twins.of(
            history.statuses(),
            turning.statuses(),
            now,
            (f, time) ->
                new AssetStatusFact(newId(), 0, f.asset(), f.status(), f.cause(), to, time)));
    Twins.of(history.placements(), turning.placements(), now, (f, time) -> at(f, time)).stream()
        .flatMap(fact -> placed.apply(fact).stream())
        .map(f -> new AssetPlacementFact(newId(), 0, f.asset(), f.placement(), to, f.time()))
        .forEach(placements::add);
    for (AssetParty party : AssetParty.values()) {
      parties.addAll(
          Twins.of(
              history.parties().stream().filter(f -> f.party() == party).toList(),
              turning.parties(),
              now,
              (f, time) -> new AssetPartyFact(newId(), 0, f.asset(), party, to, f.ended(), time)));
    }
  }

  private static AssetPlacementFact at(AssetPlacementFact fact, FactTime time) {
    return new AssetPlacementFact(
        fact.id(), 0, fact.asset(), fact.placement(), fact.holder(), time);
  }

  void placements(List<AssetPlacementFact> facts) {
    facts.forEach(
        f ->
            placements.add(
                new AssetPlacementFact(
                    newId(), 0, f.asset(), f.placement(), f.holder(), f.time())));
  }

  private AssetFactId newId() {
    return new AssetFactId(tx.newId());
  }

  /**
   * Writes all of it. The access policy is asked about the units that the caller may see; parts of
   * a customer that he may not see go along, or half of it would stay behind.
   */
  void flush() {
    List<AssetId> ids = changes.stream().map(change -> change.before().id()).toList();
    Set<AssetId> seen = new HashSet<>();
    tx.store(ASSETS).findAll(ids).forEach(asset -> seen.add(asset.id()));
    tx.store(ASSETS).saveAll(changes.stream().filter(c -> seen.contains(c.before().id())).toList());
    new AssetJournal(tx.tenantWide())
        .saveAll(
            changes.stream().filter(c -> !seen.contains(c.before().id())).toList(),
            new AssetJournal.Facts(statuses, placements, parties));
  }
}
