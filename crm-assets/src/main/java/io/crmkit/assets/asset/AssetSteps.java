package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.Reach;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.assets.site.UnitDays;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.assets.warranty.WarrantyJournal;
import io.crmkit.assets.warranty.WarrantyRules;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    List<Asset> taken =
        command.reach() == Reach.UNIT
            ? List.of()
            : tx.store(ASSETS).all(below(before.id())).stream()
                .filter(asset -> AssetRules.possible(asset, command.step()))
                .toList();
    UnitDays days = days(command, before, taken);
    AssetRules.Step step =
        new AssetRules.Step(command.step(), days.of(before.id()), stayingBehind(command, taken));
    List<AssetJournal.Alteration> alterations = new ArrayList<>();
    alterations.add(altered(before, step));
    for (Asset asset : taken) {
      alterations.add(altered(asset, new AssetRules.Step(command.step(), days.of(asset.id()), 0)));
    }
    List<Asset> saved = journal.saveAll(alterations);
    Map<AssetId, Asset> installed = new HashMap<>();
    for (int i = 0; i < saved.size(); i++) {
      Asset after = saved.get(i);
      if (after.life().installedOn() != null
          && alterations.get(i).change().before().life().installedOn() == null) {
        installed.put(after.id(), after);
      }
    }
    beginWarranties(installed);
    return saved.get(0);
  }

  private static AssetJournal.Alteration altered(Asset before, AssetRules.Step step) {
    return new AssetJournal.Alteration(
        new Change<>(before, AssetRules.step(before, step)), AssetStates.word(step.step()));
  }

  private void beginWarranties(Map<AssetId, Asset> installed) {
    List<Warranty> warranties = new ArrayList<>();
    Portions.each(
        installed.keySet(),
        ids -> warranties.addAll(tx.store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.in(ids))));
    List<Change<Warranty>> begun = new ArrayList<>();
    for (Warranty warranty : warranties) {
      Asset asset = Objects.requireNonNull(installed.get(warranty.asset()));
      Decision<Warranty> decision = WarrantyRules.begin(warranty, asset);
      if (decision != null) {
        begun.add(new Change<>(warranty, decision));
      }
    }
    new WarrantyJournal(tx).begin(begun);
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
