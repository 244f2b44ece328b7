package io.crmkit.assets.warranty;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.Warranty;
import io.crmkit.assets.asset.AssetHistories;
import io.crmkit.assets.asset.StatusStretches;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reckons warranties anew when what they are reckoned from has changed: the days of units' lives,
 * and their repairs. With eyes for the whole tenant, since warranties go where their units go.
 */
public final class WarrantyReckoning {

  private final Tx tx;
  private final WarrantyJournal journal;

  public WarrantyReckoning(Tx tx) {
    this.tx = tx.tenantWide();
    this.journal = new WarrantyJournal(this.tx);
  }

  /**
   * What became of a unit.
   *
   * @param was before
   * @param is after
   */
  public record Turn(Asset was, Asset is) {}

  /** The first days of units' warranties may be known now, or be others. */
  public void begin(List<Turn> turns) {
    Map<AssetId, Turn> byId = new HashMap<>();
    turns.forEach(turn -> byId.put(turn.is().id(), turn));
    List<Warranty> warranties = journal.of(byId.keySet());
    Map<AssetId, Repairs> repairs = repairs(warranties);
    List<Change<Warranty>> begun = new ArrayList<>();
    for (Warranty warranty : warranties) {
      Turn turn = Objects.requireNonNull(byId.get(warranty.asset()));
      Decision<Warranty> decision =
          WarrantyRules.begin(warranty, turn, repairs.getOrDefault(warranty.asset(), Repairs.NONE));
      if (decision != null) {
        begun.add(new Change<>(warranty, decision));
      }
    }
    journal.begin(begun);
  }

  /** Repairs of these units have ended, or it has become known that they were others. */
  public void suspend(Collection<Asset> units) {
    if (units.isEmpty()) {
      return;
    }
    Map<AssetId, Asset> byId = new HashMap<>();
    units.forEach(unit -> byId.put(unit.id(), unit));
    // An extension at the same moment must not be reckoned from what was known before.
    tx.lock(ASSETS, byId.keySet());
    List<Warranty> warranties = journal.of(byId.keySet());
    Map<AssetId, Repairs> repairs = repairs(warranties);
    List<Change<Warranty>> suspended = new ArrayList<>();
    for (Warranty warranty : warranties) {
      Decision<Warranty> decision =
          WarrantyRules.suspend(
              warranty,
              Objects.requireNonNull(byId.get(warranty.asset())),
              repairs.getOrDefault(warranty.asset(), Repairs.NONE));
      if (decision != null) {
        suspended.add(new Change<>(warranty, decision));
      }
    }
    journal.suspend(suspended);
  }

  /** The repairs of the units whose warranties are suspended meanwhile. */
  Map<AssetId, Repairs> repairs(List<Warranty> warranties) {
    Set<AssetId> units = new HashSet<>();
    for (Warranty warranty : warranties) {
      if (warranty.terms().suspendedInRepair()) {
        units.add(warranty.asset());
      }
    }
    return repairs(units);
  }

  /** The repairs of these units. */
  Map<AssetId, Repairs> repairs(Set<AssetId> units) {
    Map<AssetId, Repairs> repairs = new HashMap<>();
    AssetHistories.statuses(tx, units)
        .forEach(
            (id, history) ->
                repairs.put(
                    id,
                    Repairs.of(
                        StatusStretches.of(history, tx.now()), tx.session().profile().zone())));
    return repairs;
  }
}
