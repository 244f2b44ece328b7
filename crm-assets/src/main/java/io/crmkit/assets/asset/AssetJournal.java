package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.PARTY_FACTS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFactId;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetPartyFact;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.asset.Tenure;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.assets.warranty.WarrantyReckoning;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a unit together with the dated facts that its new state brings: the one way in which units
 * are written, so that state and history never part.
 */
public final class AssetJournal {

  private final Tx tx;
  private final FactTime time;

  public AssetJournal(Tx tx) {
    this.tx = tx;
    this.time = new FactTime(tx.occurredAt(), null, tx.now());
  }

  /**
   * A unit that is new.
   *
   * @param asset the unit, at version 0
   * @param cause how it came, the cause of its first status
   */
  public record Arrival(Asset asset, String cause) {}

  /**
   * Adds a unit.
   *
   * @param cause how it came, the cause of its first status
   */
  public Asset insert(Decision<Asset> decision, String cause) {
    Decision.Accepted<Asset> accepted = decision.orRefuse();
    Asset asset = insertAll(List.of(new Arrival(accepted.state(), cause))).get(0);
    accepted.events().forEach(tx::publish);
    return asset;
  }

  /** Adds many units, wholes before their parts, at the cost of a few statements. */
  public List<Asset> insertAll(List<Arrival> arrivals) {
    UnitSlots.requireFitting(tx, arrivals.stream().map(Arrival::asset).toList());
    List<Asset> assets = tx.store(ASSETS).insertAll(arrivals.stream().map(Arrival::asset).toList());
    tx.store(STATUS_FACTS)
        .insertAll(arrivals.stream().map(a -> status(a.asset(), a.cause())).toList());
    tx.store(PLACEMENT_FACTS).insertAll(assets.stream().map(this::placement).toList());
    tx.store(PARTY_FACTS).insertAll(assets.stream().map(this::party).toList());
    return assets;
  }

  /**
   * What becomes of a unit.
   *
   * @param change what was decided about it
   * @param cause what changed it, the cause of its new status if it has one
   */
  public record Alteration(Change<Asset> change, String cause) {}

  /**
   * Changes a unit.
   *
   * @param cause what changed it, the cause of its new status if it has one
   */
  public Asset save(Asset before, Decision<Asset> decision, String cause) {
    return saveAll(List.of(new Alteration(new Change<>(before, decision), cause))).get(0);
  }

  /**
   * Changes many units at the cost of a few statements; they come back in the same order.
   *
   * @throws Refused if another customer had one of them at the time that is spoken of
   */
  public List<Asset> saveAll(List<Alteration> alterations) {
    requireHolders(alterations);
    UnitSlots.requireFitting(tx, refitted(alterations));
    List<Asset> saved =
        tx.store(ASSETS).saveAll(alterations.stream().map(Alteration::change).toList());
    List<AssetStatusFact> statuses = new ArrayList<>();
    List<AssetPlacementFact> placements = new ArrayList<>();
    List<AssetPartyFact> parties = new ArrayList<>();
    List<Asset> repaired = new ArrayList<>();
    for (int i = 0; i < saved.size(); i++) {
      Asset before = alterations.get(i).change().before();
      Asset after = saved.get(i);
      boolean elsewhere = !after.customer().equals(before.customer());
      if (elsewhere || after.life().status() != before.life().status()) {
        statuses.add(status(after, alterations.get(i).cause()));
        // What is told late may tell of repairs otherwise, whatever it tells.
        if (before.life().status() == AssetStatus.IN_REPAIR || late()) {
          repaired.add(after);
        }
      }
      if (elsewhere || !after.placement().equals(before.placement())) {
        placements.add(placement(after));
      }
      if (elsewhere) {
        parties.addAll(parties(before, after));
      }
    }
    tx.store(STATUS_FACTS).insertAll(statuses);
    tx.store(PLACEMENT_FACTS).insertAll(placements);
    tx.store(PARTY_FACTS).insertAll(parties);
    new WarrantyReckoning(tx).suspend(repaired);
    return saved;
  }

  /** Those that come into another slot, or become another product. */
  private static List<Asset> refitted(List<Alteration> alterations) {
    List<Asset> refitted = new ArrayList<>();
    for (Alteration alteration : alterations) {
      Asset before = alteration.change().before();
      if (alteration.change().decision() instanceof Decision.Accepted<Asset> accepted) {
        Asset after = accepted.state();
        if (!Objects.equals(after.placement().slot(), before.placement().slot())
            || !Objects.equals(after.placement().parent(), before.placement().parent())
            || !Objects.equals(after.identity().product(), before.identity().product())) {
          refitted.add(after);
        }
      }
    }
    return refitted;
  }

  private boolean late() {
    return time.validFrom().isBefore(time.recordedAt());
  }

  /** What is told of units' past together with a change of theirs. */
  public record Facts(
      List<AssetStatusFact> statuses,
      List<AssetPlacementFact> placements,
      List<AssetPartyFact> parties) {}

  /**
   * Changes many units at the cost of a few statements, together with what the change says of their
   * past.
   *
   * @param facts all facts that come with the changes; none are added to them
   */
  public List<Asset> saveAll(List<Change<Asset>> changes, Facts facts) {
    List<Asset> saved = tx.store(ASSETS).saveAll(changes);
    tx.store(STATUS_FACTS).insertAll(facts.statuses());
    tx.store(PLACEMENT_FACTS).insertAll(facts.placements());
    tx.store(PARTY_FACTS).insertAll(facts.parties());
    return saved;
  }

  /**
   * What is recorded late, and says nothing of when it ended, is true until today: it must speak of
   * the customer who has the unit now.
   */
  private void requireHolders(List<Alteration> alterations) {
    if (!late() || alterations.isEmpty()) {
      return;
    }
    Map<AssetId, AssetHistory> known =
        AssetHistories.statuses(
            tx, alterations.stream().map(a -> a.change().before().id()).toList());
    for (Alteration alteration : alterations) {
      Asset before = alteration.change().before();
      AssetHistory history = Objects.requireNonNull(known.get(before.id()));
      CustomerId holder = PastHolders.theOne(history, time).orElse(before.customer());
      if (!holder.equals(before.customer())) {
        throw Refused.because(Reason.of(AssetReason.HELD_BY_ANOTHER_THEN));
      }
      if (alteration.change().decision() instanceof Decision.Accepted<Asset> accepted
          && !accepted.state().placement().equals(before.placement())) {
        PastHolders.requireKnown(history, time);
      }
    }
  }

  private AssetStatusFact status(Asset asset, String cause) {
    return new AssetStatusFact(
        newId(), 0, asset.id(), asset.life().status(), cause, asset.customer(), time);
  }

  private AssetPlacementFact placement(Asset asset) {
    return new AssetPlacementFact(
        newId(), 0, asset.id(), asset.placement(), asset.customer(), time);
  }

  private AssetPartyFact party(Asset asset) {
    return party(asset.id(), role(asset), asset.customer(), false);
  }

  private static AssetParty role(Asset asset) {
    return asset.life().tenure() == Tenure.OWNED ? AssetParty.OWNER : AssetParty.USER;
  }

  /** Who came, and who ceased to use what went back to its owner. */
  private List<AssetPartyFact> parties(Asset before, Asset after) {
    AssetPartyFact came = party(after);
    return role(before) == AssetParty.USER && came.party() == AssetParty.OWNER
        ? List.of(came, party(after.id(), AssetParty.USER, before.customer(), true))
        : List.of(came);
  }

  private AssetPartyFact party(
      AssetId asset, AssetParty party, CustomerId customer, boolean ended) {
    return new AssetPartyFact(newId(), 0, asset, party, customer, ended, time);
  }

  private AssetFactId newId() {
    return new AssetFactId(tx.newId());
  }
}
