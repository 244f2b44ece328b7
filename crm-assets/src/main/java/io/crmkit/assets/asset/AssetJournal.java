package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.PARTY_FACTS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFactId;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetPartyFact;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.asset.Tenure;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Tx;

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
   * Adds a unit.
   *
   * @param cause how it came, the cause of its first status
   */
  public Asset insert(Decision<Asset> decision, String cause) {
    Asset asset = tx.store(ASSETS).insert(decision);
    status(asset, cause);
    placement(asset);
    AssetParty party = asset.life().tenure() == Tenure.OWNED ? AssetParty.OWNER : AssetParty.USER;
    tx.store(PARTY_FACTS)
        .insert(new AssetPartyFact(newId(), 0, asset.id(), party, asset.customer(), time));
    return asset;
  }

  /**
   * Changes a unit.
   *
   * @param cause what changed it, the cause of its new status if it has one
   */
  public Asset save(Asset before, Decision<Asset> decision, String cause) {
    Asset after = tx.store(ASSETS).save(before, decision);
    if (after.life().status() != before.life().status()) {
      status(after, cause);
    }
    if (!after.placement().equals(before.placement())) {
      placement(after);
    }
    return after;
  }

  private void status(Asset asset, String cause) {
    tx.store(STATUS_FACTS)
        .insert(new AssetStatusFact(newId(), 0, asset.id(), asset.life().status(), cause, time));
  }

  private void placement(Asset asset) {
    tx.store(PLACEMENT_FACTS)
        .insert(new AssetPlacementFact(newId(), 0, asset.id(), asset.placement(), time));
  }

  private AssetFactId newId() {
    return new AssetFactId(tx.newId());
  }
}
