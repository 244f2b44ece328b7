package io.crmkit.assets.custody;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetMoved;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetReplaced;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.Succession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.assets.asset.AssetInvariants;
import io.crmkit.assets.asset.AssetJournal;
import io.crmkit.assets.asset.AssetJournal.Alteration;
import io.crmkit.assets.asset.AssetStates;
import io.crmkit.assets.asset.AssetTrees;
import io.crmkit.assets.site.UnitDays;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts one unit in another's place, in the one unit of work. */
final class UnitExchange {

  private final Tx tx;
  private final ReplaceAsset command;

  UnitExchange(Tx tx, ReplaceAsset command) {
    this.tx = tx;
    this.command = command;
  }

  /** The two units, and what is around them. */
  record Facts(Asset goes, Asset comes, List<Asset> below, Set<AssetId> above) {}

  Asset replace() {
    Asset seen = tx.store(ASSETS).get(command.id(), command.version());
    AssetInvariants.structure(tx, seen.customer());
    Asset goes = tx.store(ASSETS).get(command.id(), command.version());
    Asset comes = tx.store(ASSETS).get(command.by(), command.byVersion());
    List<Asset> below =
        tx
            .tenantWide()
            .store(ASSETS)
            .all(Criteria.below(AssetAttributes.PARENT, goes.id()))
            .stream()
            .filter(asset -> !asset.id().equals(goes.id()))
            .toList();
    Set<AssetId> above =
        new HashSet<>(tx.tenantWide().queries(AssetTrees.class).pathToRoot(goes.id()));
    Facts facts = new Facts(goes, comes, below, above);
    UnitDays days = UnitSites.occurredOn(tx, List.of(goes));
    List<Reason> reasons = reasons(command, facts);
    Decision<Asset> arriving = Decision.unless(reasons, () -> arriving(facts));
    arriving.orRefuse();
    // The place is free once the one that goes has left it.
    new AssetJournal(tx).save(goes, leaving(goes, true), cause());
    Asset after = new AssetJournal(tx).save(comes, arriving, cause());
    new AssetJournal(tx.tenantWide()).saveAll(others(facts));
    new UnitWarranties(tx.tenantWide(), days).passOn(goes, after, command.warranties());
    return after;
  }

  static List<Reason> reasons(ReplaceAsset command, Facts facts) {
    Asset goes = facts.goes();
    Asset comes = facts.comes();
    if (goes.id().equals(comes.id())) {
      return List.of(Reason.of(AssetReason.REPLACED_BY_ITSELF));
    }
    List<Reason> reasons = new ArrayList<>();
    if (!comes.customer().equals(goes.customer())) {
      reasons.add(Reason.of(AssetReason.UNIT_OF_ANOTHER_CUSTOMER).with("unit", comes.label()));
    }
    if (left(goes.life().status(), command.exchange()) == null) {
      reasons.add(notThere(goes));
    }
    if (!comes.life().status().inInstalledBase()) {
      reasons.add(notThere(comes));
    }
    if (goes.loan() != null) {
      reasons.add(Reason.of(AssetReason.ON_LOAN));
    }
    if (goes.succession() != null && goes.succession().replacedBy() != null) {
      reasons.add(Reason.of(AssetReason.REPLACED_ALREADY).with("unit", goes.label()));
    }
    if (comes.succession() != null) {
      reasons.add(Reason.of(AssetReason.REPLACES_ANOTHER).with("unit", comes.label()));
    }
    if (facts.below().stream().anyMatch(asset -> asset.id().equals(comes.id()))) {
      reasons.add(Reason.of(AssetReason.SUCCESSOR_WITHIN).with("unit", comes.label()));
    }
    if (facts.above().contains(comes.id())) {
      reasons.add(Reason.of(AssetReason.WITHIN_ITSELF));
    }
    if (command.parts() == ReplaceAsset.Parts.GO_ALONG) {
      CustodyRules.count(reasons, AssetReason.PROMISED_WITHIN, facts.below(), Asset::provisional);
      CustodyRules.count(
          reasons, AssetReason.LENT_WITHIN, facts.below(), asset -> asset.loan() != null);
    }
    return reasons;
  }

  private static Reason notThere(Asset asset) {
    return Reason.of(AssetReason.NOT_IN_INSTALLED_BASE)
        .with("unit", asset.label())
        .with("status", asset.life().status());
  }

  private static @Nullable AssetStatus left(AssetStatus from, ReplaceAsset.Exchange exchange) {
    return AssetStates.after(from, cause(exchange)).orElse(null);
  }

  private static String cause(ReplaceAsset.Exchange exchange) {
    return exchange == ReplaceAsset.Exchange.UPGRADE ? AssetStates.UPGRADE : AssetStates.REPLACE;
  }

  private String cause() {
    return cause(command.exchange());
  }

  private Decision<Asset> arriving(Facts facts) {
    Asset comes = facts.comes();
    Placement place = facts.goes().placement();
    Asset after =
        comes.withSuccession(new Succession(facts.goes().id(), null)).withPlacement(place);
    return comes.placement().equals(place)
        ? Decision.accept(after)
        : Decision.accept(
            after, new AssetMoved(comes.id(), comes.customer(), comes.placement(), place));
  }

  /**
   * The unit that goes, or one that goes along within it, which stays within it.
   *
   * @param whole whether it is the one that is replaced
   */
  private Decision<Asset> leaving(Asset asset, boolean whole) {
    AssetStatus status = left(asset.life().status(), command.exchange());
    Asset after =
        asset.withLife(asset.life().withStatus(status == null ? asset.life().status() : status));
    CrmEvent event =
        new AssetReplaced(asset.id(), asset.customer(), command.by(), command.exchange());
    if (!whole) {
      return Decision.accept(after, event);
    }
    Succession before = asset.succession();
    Succession succession =
        before == null ? new Succession(null, command.by()) : before.withReplacedBy(command.by());
    return Decision.accept(
        after.withSuccession(succession).withPlacement(CustodyRules.alone(asset)), event);
  }

  private List<Alteration> others(Facts facts) {
    List<Alteration> alterations = new ArrayList<>();
    for (Asset part : facts.below()) {
      if (command.parts() == ReplaceAsset.Parts.GO_ALONG) {
        if (left(part.life().status(), command.exchange()) != null) {
          alterations.add(new Alteration(new Change<>(part, leaving(part, false)), cause()));
        }
      } else if (Objects.equals(part.placement().parent(), facts.goes().id())) {
        Asset over = part.withPlacement(part.placement().withParent(command.by()));
        alterations.add(
            new Alteration(
                Change.of(
                    part,
                    over,
                    new AssetMoved(part.id(), part.customer(), part.placement(), over.placement())),
                "move"));
      }
    }
    return alterations;
  }
}
