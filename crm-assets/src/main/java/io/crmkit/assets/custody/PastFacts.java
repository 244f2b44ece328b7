package io.crmkit.assets.custody;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.CORRECTIONS;
import static io.crmkit.assets.asset.AssetEntities.PARTY_FACTS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetCorrection;
import io.crmkit.api.asset.AssetFactId;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetHistoryCorrected;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetParties;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetPartyChanged;
import io.crmkit.api.asset.AssetPartyFact;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.SetAssetParty;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteStatus;
import io.crmkit.assets.asset.AssetHistories;
import io.crmkit.assets.asset.AssetInvariants;
import io.crmkit.assets.asset.PastHolders;
import io.crmkit.assets.asset.PastStructure;
import io.crmkit.assets.asset.StatusStretches;
import io.crmkit.assets.asset.UnitSlots;
import io.crmkit.assets.site.SiteRules;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.assets.warranty.WarrantyReckoning;
import io.crmkit.core.spi.work.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Enters facts about a unit's past, and who is what to it, in the one unit of work. */
final class PastFacts {

  private final Tx tx;

  PastFacts(Tx tx) {
    this.tx = tx;
  }

  // --- parties

  Asset set(SetAssetParty command) {
    tx.lock(ASSETS, List.of(command.id()));
    Asset before = tx.store(ASSETS).get(command.id(), command.version());
    FactTime time = new FactTime(tx.occurredAt(), null, tx.now());
    return party(before, new CorrectHistory.Party(command.party(), command.customer()), time);
  }

  private Asset party(Asset before, CorrectHistory.Party party, FactTime time) {
    if (party.party() == AssetParty.OWNER) {
      throw Refused.because(Reason.of(AssetReason.OWNER_BY_TRANSFER));
    }
    PastHolders.requireKnown(AssetHistories.statuses(tx, before.id()), time);
    CustomerId customer = party.customer();
    if (customer != null) {
      tx.session().get(Customers.class).get(customer);
    }
    CustomerId of = customer == null ? ended(before.id(), party.party(), time) : customer;
    if (of == null) {
      return before; // Nobody ever was this to the unit.
    }
    tx.store(PARTY_FACTS)
        .insert(
            new AssetPartyFact(newId(), 0, before.id(), party.party(), of, customer == null, time));
    if (time.validTo() != null) {
      return before;
    }
    tx.publish(new AssetPartyChanged(before.id(), party.party(), customer));
    return tx.store(ASSETS).save(before, before.withParties(with(before.parties(), party)));
  }

  /**
   * Who ceases to be this to the unit: whoever was it then, or else whoever was known to become it
   * later and now never did; null if nobody ever was.
   */
  private @Nullable CustomerId ended(AssetId asset, AssetParty party, FactTime time) {
    List<AssetPartyFact> facts =
        tx.tenantWide().store(PARTY_FACTS).all(AssetAttributes.PARTY_FACT_ASSET.eq(asset)).stream()
            .filter(fact -> fact.party() == party)
            .toList();
    CustomerId then =
        new AssetHistory(asset, List.of(), List.of(), facts)
            .parties(time.validFrom(), time.recordedAt())
            .get(party);
    return then != null
        ? then
        : facts.stream().map(AssetPartyFact::customer).findFirst().orElse(null);
  }

  private static @Nullable AssetParties with(
      @Nullable AssetParties before, CorrectHistory.Party party) {
    AssetParties known = before == null ? new AssetParties(null, null, null) : before;
    AssetParties after =
        switch (party.party()) {
          case USER -> known.withUser(party.customer());
          case MAINTAINER -> known.withMaintainer(party.customer());
          case LESSOR -> known.withLessor(party.customer());
          case OWNER -> known;
        };
    return after.equals(new AssetParties(null, null, null)) ? null : after;
  }

  // --- corrections

  Asset correct(CorrectHistory command) {
    Asset seen = tx.store(ASSETS).get(command.id(), command.version());
    AssetInvariants.structure(tx, seen.customer());
    Asset before = tx.store(ASSETS).get(command.id(), command.version());
    Instant to = command.to();
    if (!command.from().isBefore(tx.now())) {
      throw new InvalidInput("from", "must be in the past");
    }
    if (to != null && (!to.isAfter(command.from()) || to.isAfter(tx.now()))) {
      throw new InvalidInput("to", "must be after from, and not in the future");
    }
    FactTime time = new FactTime(command.from(), to, tx.now());
    tx.store(CORRECTIONS)
        .insert(
            new AssetCorrection(
                newId(), 0, before.id(), word(command.what()), told(command.what()), time));
    tx.publish(
        new AssetHistoryCorrected(before.id(), before.customer(), word(command.what()), time));
    CorrectHistory.What what = command.what();
    if (what instanceof CorrectHistory.Status status) {
      return status(before, status.status(), time);
    } else if (what instanceof CorrectHistory.Placed placed) {
      return placed(before, placed.placement(), time);
    }
    return party(before, (CorrectHistory.Party) what, time);
  }

  private Asset status(Asset before, AssetStatus status, FactTime time) {
    if (status == AssetStatus.PROVISIONAL || status == AssetStatus.DISSOLVED) {
      throw new InvalidInput("what.status", "is that of a promise, which the sale tells of");
    } else if (status == AssetStatus.ON_LOAN) {
      throw new InvalidInput("what.status", "is that of a loan, which lending tells of");
    }
    AssetHistory known = AssetHistories.statuses(tx, before.id());
    CustomerId holder = PastHolders.theOne(known, time).orElse(before.customer());
    AssetStatusFact fact =
        new AssetStatusFact(newId(), 0, before.id(), status, "correct", holder, time);
    tx.store(STATUS_FACTS).insert(fact);
    AssetLife life = before.life().withFirstUsedOn(firstUsedOn(before.life(), known, fact));
    if (time.validTo() == null) {
      requireStillThere(before, holder);
      life = life.withStatus(status);
    }
    Asset after =
        life.equals(before.life()) ? before : tx.store(ASSETS).save(before, before.withLife(life));
    WarrantyReckoning reckoning = new WarrantyReckoning(tx);
    reckoning.begin(List.of(new WarrantyReckoning.Turn(before, after)));
    reckoning.suspend(List.of(after));
    return after;
  }

  /**
   * The day of the first use, once one more fact is known: another if it was that of the facts, or
   * if they now tell of an earlier use.
   */
  private @Nullable LocalDate firstUsedOn(
      AssetLife life, AssetHistory known, AssetStatusFact fact) {
    List<AssetStatusFact> facts = new ArrayList<>(known.statuses());
    facts.add(fact);
    LocalDate said = life.firstUsedOn();
    LocalDate before = firstUse(known);
    LocalDate after = firstUse(new AssetHistory(known.asset(), facts, List.of(), List.of()));
    boolean earlier = said != null && after != null && after.isBefore(said);
    return !Objects.equals(before, after) && (Objects.equals(said, before) || earlier)
        ? after
        : said;
  }

  private @Nullable LocalDate firstUse(AssetHistory history) {
    return StatusStretches.of(history, tx.now())
        .firstDay(AssetStatus.IN_OPERATION, tx.session().profile().zone())
        .orElse(null);
  }

  private Asset placed(Asset before, Placement placement, FactTime time) {
    CustomerId holder = holder(before, time);
    PastHolders.requireKnown(AssetHistories.statuses(tx, before.id()), time);
    AssetId parent = placement.parent();
    if (parent != null) {
      Asset within = tx.store(ASSETS).get(parent);
      PastStructure.requirePossible(tx, before, within, time);
    }
    requireSite(placement, holder, time);
    UnitSlots.requireFitting(tx, List.of(before.withPlacement(placement)));
    tx.store(PLACEMENT_FACTS)
        .insert(new AssetPlacementFact(newId(), 0, before.id(), placement, holder, time));
    if (time.validTo() != null) {
      return before;
    }
    requireStillThere(before, holder);
    return tx.store(ASSETS).save(before, before.withPlacement(placement));
  }

  /** The site was the same customer's; what is so still needs one that is open. */
  private void requireSite(Placement placement, CustomerId holder, FactTime time) {
    Site site = UnitSites.named(tx, placement.siteId());
    if (site != null && time.validTo() != null) {
      site = site.withStatus(SiteStatus.OPEN); // It may have been given up since.
    }
    List<Reason> reasons = SiteRules.againstStanding(site, holder);
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
  }

  private static void requireStillThere(Asset before, CustomerId holder) {
    if (!holder.equals(before.customer()) || before.loan() != null) {
      throw Refused.because(Reason.of(AssetReason.HELD_BY_ANOTHER_THEN));
    }
  }

  /** Who had the unit all that time; it may be that nothing was known of it before. */
  private CustomerId holder(Asset asset, FactTime time) {
    return PastHolders.theOne(AssetHistories.statuses(tx, asset.id()), time)
        .orElse(asset.customer());
  }

  private static String word(CorrectHistory.What what) {
    return what instanceof CorrectHistory.Status
        ? "status"
        : what instanceof CorrectHistory.Placed ? "placement" : "party";
  }

  private static String told(CorrectHistory.What what) {
    if (what instanceof CorrectHistory.Status status) {
      return status.status().name();
    } else if (what instanceof CorrectHistory.Placed placed) {
      Placement to = placed.placement();
      return to.role()
          + (to.parent() == null ? "" : " in " + to.parent().value())
          + (to.slot() == null ? "" : " slot " + to.slot())
          + (to.function() == null ? "" : " as " + to.function())
          + (to.site() == null ? "" : " at " + to.site())
          + (to.siteId() == null ? "" : " at site " + to.siteId().value());
    }
    CorrectHistory.Party party = (CorrectHistory.Party) what;
    return party.party() + " " + (party.customer() == null ? "-" : party.customer().value());
  }

  private AssetFactId newId() {
    return new AssetFactId(tx.newId());
  }
}
