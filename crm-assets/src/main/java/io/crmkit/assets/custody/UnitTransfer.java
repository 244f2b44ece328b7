package io.crmkit.assets.custody;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.CoverOnTransfer;
import io.crmkit.api.asset.GiveBackAsset;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Loan;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.site.Site;
import io.crmkit.assets.asset.AssetInvariants;
import io.crmkit.assets.asset.AssetJournal;
import io.crmkit.assets.asset.AssetStates;
import io.crmkit.assets.site.UnitDays;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes a unit, with everything within it, to another customer, in the one unit of work. */
final class UnitTransfer {

  private final Tx tx;

  UnitTransfer(Tx tx) {
    this.tx = tx;
  }

  Asset transfer(TransferAsset command) {
    Asset before = locked(command.id(), command.version(), command.to());
    List<Asset> below = below(before.id());
    Placement placement = command.placement();
    Asset parent =
        placement == null || placement.parent() == null
            ? null
            : tx.store(ASSETS).get(placement.parent());
    Site site = placement == null ? null : UnitSites.named(tx, placement.siteId());
    // The day where they were counts: where they go may be no site.
    UnitDays days = command.cover() == CoverOnTransfer.CLOSE ? days(before, below) : null;
    Decision<Asset> decision =
        CustodyRules.transfer(before, command, new CustodyRules.TransferFacts(below, parent, site));
    Asset after =
        goes(
            new Going(before, below, AssetStates.TRANSFER),
            decision,
            asset -> CustodyRules.goesAlong(asset, command));
    if (days != null) {
      List<Asset> gone = new ArrayList<>(below);
      gone.add(after);
      new UnitWarranties(tx.tenantWide(), days).close(gone);
    }
    return after;
  }

  private UnitDays days(Asset whole, List<Asset> below) {
    List<Asset> units = new ArrayList<>(below);
    units.add(whole);
    return UnitSites.occurredOn(tx, units);
  }

  Asset lend(LendAsset command) {
    Asset before = locked(command.id(), command.version(), command.to());
    List<Asset> below = below(before.id());
    AssetId standsIn = command.inPlaceOf();
    Asset inPlaceOf = standsIn == null ? null : tx.store(ASSETS).get(standsIn);
    return goes(
        new Going(before, below, AssetStates.LEND),
        CustodyRules.lend(before, command, new CustodyRules.LoanFacts(below, inPlaceOf)),
        asset -> CustodyRules.lentAlong(asset, command));
  }

  Asset giveBack(GiveBackAsset command) {
    Asset seen = tx.store(ASSETS).get(command.id(), command.version());
    Loan loan = seen.loan();
    CustomerId lender = loan == null ? seen.customer() : loan.lender();
    AssetInvariants.structures(tx, List.of(seen.customer(), lender));
    Asset before = tx.store(ASSETS).get(command.id(), command.version());
    List<Asset> below = below(before.id());
    return goes(
        new Going(before, below, AssetStates.GIVE_BACK),
        CustodyRules.giveBack(before, below),
        asset -> CustodyRules.givenBackAlong(asset, lender));
  }

  /** The unit, once both customers' structures are locked. */
  private Asset locked(AssetId id, long version, CustomerId to) {
    Asset seen = tx.store(ASSETS).get(id, version);
    tx.session().get(Customers.class).get(to);
    AssetInvariants.structures(tx, List.of(seen.customer(), to));
    // At this version it still is this customer's: whatever takes it elsewhere changes it.
    return tx.store(ASSETS).get(id, version);
  }

  /** Parts go where the whole goes, whether the caller sees them or not. */
  private List<Asset> below(AssetId id) {
    return tx.tenantWide().store(ASSETS).all(Criteria.below(AssetAttributes.PARENT, id)).stream()
        .filter(asset -> !asset.id().equals(id))
        .toList();
  }

  /** What goes, and why. */
  private record Going(Asset root, List<Asset> below, String cause) {}

  private Asset goes(
      Going going, Decision<Asset> ofRoot, Function<Asset, Decision<Asset>> ofOthers) {
    Asset after = new AssetJournal(tx).save(going.root(), ofRoot, going.cause());
    new AssetJournal(tx.tenantWide())
        .saveAll(
            going.below().stream()
                .map(
                    asset ->
                        new AssetJournal.Alteration(
                            new Change<>(asset, ofOthers.apply(asset)), going.cause()))
                .toList());
    return after;
  }
}
