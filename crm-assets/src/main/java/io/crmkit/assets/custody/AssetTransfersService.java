package io.crmkit.assets.custody;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.GiveBackAsset;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.SetAssetParty;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.assets.asset.AssetRules;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;

/** What happens between customers, and between units. */
public final class AssetTransfersService implements AssetTransfers {

  private final Work work;

  @Inject
  public AssetTransfersService(Work work) {
    this.work = work;
  }

  @Override
  public Asset transfer(TransferAsset command) {
    Placement placement = command.placement();
    if (placement != null) {
      Faults faults = new Faults();
      AssetRules.checkPlacement(faults, "placement", placement);
      faults.orThrow();
    }
    return work.run("asset.transfer", command, tx -> new UnitTransfer(tx).transfer(command));
  }

  @Override
  public Asset replace(ReplaceAsset command) {
    return work.run("asset.replace", command, tx -> new UnitExchange(tx, command).replace());
  }

  @Override
  public Asset lend(LendAsset command) {
    return work.run("asset.lend", command, tx -> new UnitTransfer(tx).lend(command));
  }

  @Override
  public Asset giveBack(GiveBackAsset command) {
    return work.run("asset.give-back", command, tx -> new UnitTransfer(tx).giveBack(command));
  }

  @Override
  public Asset setParty(SetAssetParty command) {
    return work.run("asset.set-party", command, tx -> new PastFacts(tx).set(command));
  }

  @Override
  public Asset correct(CorrectHistory command) {
    if (command.what() instanceof CorrectHistory.Placed placed) {
      Faults faults = new Faults();
      AssetRules.checkPlacement(faults, "what.placement", placed.placement());
      faults.orThrow();
    }
    return work.run("asset.correct", command, tx -> new PastFacts(tx).correct(command));
  }
}
