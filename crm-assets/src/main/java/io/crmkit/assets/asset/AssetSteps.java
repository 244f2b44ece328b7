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
import io.crmkit.assets.warranty.WarrantyRules;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Tx;
import java.time.LocalDate;
import java.util.List;
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
    LocalDate on = command.on() == null ? occurredOn() : command.on();
    AssetRules.Step step = new AssetRules.Step(command.step(), on, stayingBehind(command, taken));
    Asset after = save(before, step);
    AssetRules.Step alone = new AssetRules.Step(command.step(), on, 0);
    taken.forEach(asset -> save(asset, alone));
    return after;
  }

  private Asset save(Asset before, AssetRules.Step step) {
    Asset after =
        journal.save(before, AssetRules.step(before, step), AssetStates.word(step.step()));
    if (after.life().installedOn() != null && before.life().installedOn() == null) {
      beginWarranties(after);
    }
    return after;
  }

  private void beginWarranties(Asset asset) {
    for (Warranty warranty :
        tx.store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.eq(asset.id()))) {
      Decision<Warranty> decision = WarrantyRules.begin(warranty, asset);
      if (decision != null) {
        tx.store(WARRANTIES).save(warranty, decision);
      }
    }
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

  private LocalDate occurredOn() {
    return LocalDate.ofInstant(tx.occurredAt(), tx.session().profile().zone());
  }

  private static Criteria<Asset> below(AssetId root) {
    return Criteria.below(AssetAttributes.PARENT, root);
  }
}
