package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Reach;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.assets.site.UnitDays;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.assets.warranty.WarrantyReckoning;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a step with a unit and what is below it, in the one unit of work it runs in. */
final class AssetSteps {

  private final Tx tx;
  private final AssetJournal journal;

  AssetSteps(Tx tx) {
    this.tx = tx;
    this.journal = new AssetJournal(tx);
  }

  Asset take(TakeStep command) {
    Asset seen = tx.store(ASSETS).get(command.id(), command.version());
    // What is below must not change while it is decided what goes and what stays.
    AssetInvariants.structure(tx, seen.customer());
    Asset before = tx.store(ASSETS).get(command.id(), command.version());
    // What is within goes along, whether the caller sees it or not: half a machine is in no repair.
    List<Asset> taken =
        command.reach() == Reach.UNIT
            ? List.of()
            : tx.tenantWide().store(ASSETS).all(below(before.id())).stream()
                .filter(asset -> AssetRules.possible(asset, command.step()))
                .toList();
    UnitDays days = days(command, before, taken);
    List<Asset> going = new ArrayList<>();
    going.add(before);
    going.addAll(taken);
    Set<AssetId> used = usedBefore(going, command.step());
    int stayingBehind = stayingBehind(command, taken);
    List<AssetJournal.Alteration> alterations = new ArrayList<>();
    for (Asset asset : going) {
      int staying = alterations.isEmpty() ? stayingBehind : 0;
      alterations.add(
          altered(
              asset,
              new AssetRules.Step(
                  command.step(), days.of(asset.id()), staying, used.contains(asset.id()))));
    }
    List<Asset> saved = new ArrayList<>(journal.saveAll(alterations.subList(0, 1)));
    saved.addAll(
        new AssetJournal(tx.tenantWide()).saveAll(alterations.subList(1, alterations.size())));
    beginWarranties(alterations, saved);
    return saved.get(0);
  }

  private static AssetJournal.Alteration altered(Asset before, AssetRules.Step step) {
    return new AssetJournal.Alteration(
        new Change<>(before, AssetRules.step(before, step)), AssetStates.word(step.step()));
  }

  /**
   * Those that were in operation already, though it is not known since when. Only of units that
   * were repaired or put aside it has to be asked.
   */
  private Set<AssetId> usedBefore(List<Asset> going, AssetStep step) {
    List<AssetId> asked =
        going.stream()
            .filter(asset -> asset.life().firstUsedOn() == null)
            .filter(
                asset ->
                    asset.life().status() == AssetStatus.IN_REPAIR
                        || asset.life().status() == AssetStatus.STORED)
            .filter(
                asset ->
                    AssetStates.next(asset.life().status(), step)
                        .filter(to -> to == AssetStatus.IN_OPERATION)
                        .isPresent())
            .map(Asset::id)
            .toList();
    Set<AssetId> used = new HashSet<>();
    AssetHistories.statuses(tx, asked)
        .forEach(
            (id, history) -> {
              if (StatusStretches.of(history, tx.now()).ever(AssetStatus.IN_OPERATION)) {
                used.add(id);
              }
            });
    return used;
  }

  private void beginWarranties(List<AssetJournal.Alteration> alterations, List<Asset> saved) {
    List<WarrantyReckoning.Turn> turns = new ArrayList<>();
    for (int i = 0; i < saved.size(); i++) {
      Asset was = alterations.get(i).change().before();
      AssetLife before = was.life();
      AssetLife after = saved.get(i).life();
      if (!Objects.equals(before.installedOn(), after.installedOn())
          || !Objects.equals(before.firstUsedOn(), after.firstUsedOn())) {
        turns.add(new WarrantyReckoning.Turn(was, saved.get(i)));
      }
    }
    new WarrantyReckoning(tx).begin(turns);
  }

  /** Units below that would still be there when this one has left. */
  private int stayingBehind(TakeStep command, List<Asset> taken) {
    if (!AssetStates.leaves(command.step())) {
      return 0;
    }
    Set<AssetId> leaving = taken.stream().map(Asset::id).collect(Collectors.toSet());
    return (int)
        tx.tenantWide().store(ASSETS).all(below(command.id())).stream()
            .filter(asset -> !AssetRules.gone(asset) && !leaving.contains(asset.id()))
            .count();
  }

  /** The business date of the step: what is below may stand where it is another day. */
  private UnitDays days(TakeStep command, Asset whole, List<Asset> below) {
    if (command.on() != null) {
      return UnitDays.everywhere(command.on());
    }
    List<Asset> units = new ArrayList<>(below);
    units.add(whole);
    return UnitSites.occurredOn(tx, units);
  }

  private static Criteria<Asset> below(AssetId root) {
    return Criteria.below(AssetAttributes.PARENT, root);
  }
}
