package io.crmkit.assets.custody;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetGivenBack;
import io.crmkit.api.asset.AssetLent;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetTransferred;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Loan;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.Tenure;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.site.Site;
import io.crmkit.assets.asset.AssetRules;
import io.crmkit.assets.asset.AssetStates;
import io.crmkit.assets.site.SiteRules;
import io.crmkit.core.spi.rule.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a unit, with what is within it, may go to another customer, and what becomes of it. Pure.
 */
final class CustodyRules {

  private CustodyRules() {}

  /** Where the unit stands alone, at a customer where nothing is known of it. */
  static Placement alone(Asset asset) {
    return Placement.standingAlone(asset.placement().role());
  }

  // --- transfer

  /**
   * What a transfer must know, read after the structures of both customers were locked.
   *
   * @param below everything within the unit
   * @param parent the unit that it is to be within at the other customer's; null to stand alone
   * @param site the site that it is to be at; null if none of its own
   */
  record TransferFacts(List<Asset> below, @Nullable Asset parent, @Nullable Site site) {}

  static Decision<Asset> transfer(Asset before, TransferAsset command, TransferFacts facts) {
    List<Reason> reasons = againstGoing(before, command.to(), facts.below());
    Asset parent = facts.parent();
    if (parent != null && !parent.customer().equals(command.to())) {
      reasons.add(Reason.of(AssetReason.PARENT_OF_ANOTHER_CUSTOMER));
    }
    if (parent != null && AssetRules.gone(parent)) {
      reasons.add(Reason.of(AssetReason.PARENT_GONE).with("status", parent.life().status()));
    }
    reasons.addAll(SiteRules.againstStanding(facts.site(), command.to()));
    Placement placement =
        command.placement() == null ? alone(before) : Objects.requireNonNull(command.placement());
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(
                before.withCustomer(command.to()).withPlacement(placement),
                transferred(before, command)));
  }

  /** A unit within the one that goes: it stays where it is in there. */
  static Decision<Asset> goesAlong(Asset before, TransferAsset command) {
    return Decision.accept(within(before, command.to()), transferred(before, command));
  }

  private static AssetTransferred transferred(Asset before, TransferAsset command) {
    return new AssetTransferred(before.id(), before.customer(), command.to(), command.cover());
  }

  private static Asset within(Asset before, CustomerId to) {
    return before
        .withCustomer(to)
        .withPlacement(before.placement().withSite(null).withSiteId(null));
  }

  /** What can be said against a unit's going to another customer at all. */
  private static List<Reason> againstGoing(Asset before, CustomerId to, List<Asset> below) {
    List<Reason> reasons = new ArrayList<>();
    AssetStatus status = before.life().status();
    if (before.customer().equals(to)) {
      reasons.add(Reason.of(AssetReason.HAS_IT_ALREADY));
    }
    if (!status.inInstalledBase()) {
      reasons.add(
          Reason.of(AssetReason.NOT_IN_INSTALLED_BASE)
              .with("unit", before.label())
              .with("status", status));
    }
    if (before.loan() != null) {
      reasons.add(Reason.of(AssetReason.ON_LOAN));
    }
    count(reasons, AssetReason.PROMISED_WITHIN, below, Asset::provisional);
    count(reasons, AssetReason.LENT_WITHIN, below, asset -> asset.loan() != null);
    return reasons;
  }

  static void count(
      List<Reason> reasons, AssetReason reason, List<Asset> below, Predicate<Asset> which) {
    long count = below.stream().filter(which).count();
    if (count > 0) {
      reasons.add(Reason.of(reason).with("count", count));
    }
  }

  // --- loans

  /**
   * What a loan must know.
   *
   * @param below everything within the unit
   * @param inPlaceOf the unit that it is to stand in for; null if for none
   */
  record LoanFacts(List<Asset> below, @Nullable Asset inPlaceOf) {}

  static Decision<Asset> lend(Asset before, LendAsset command, LoanFacts facts) {
    List<Reason> reasons = againstGoing(before, command.to(), facts.below());
    AssetStatus status = before.life().status();
    if (status.inInstalledBase() && AssetStates.after(status, AssetStates.LEND).isEmpty()) {
      reasons.add(
          Reason.of(AssetReason.NOT_IN_INSTALLED_BASE)
              .with("unit", before.label())
              .with("status", status));
    }
    if (before.life().tenure() == Tenure.USED && before.loan() == null) {
      reasons.add(Reason.of(AssetReason.NOT_OWNED));
    }
    Asset inPlaceOf = facts.inPlaceOf();
    if (inPlaceOf != null && !inPlaceOf.customer().equals(command.to())) {
      reasons.add(Reason.of(AssetReason.UNIT_OF_ANOTHER_CUSTOMER).with("unit", inPlaceOf.label()));
    }
    return Decision.unless(reasons, () -> lent(before, command, inPlaceOf));
  }

  private static Decision<Asset> lent(Asset before, LendAsset command, @Nullable Asset inPlaceOf) {
    AssetLife life = before.life().withStatus(AssetStatus.ON_LOAN).withTenure(Tenure.USED);
    Placement placement =
        inPlaceOf == null
            ? alone(before)
            : inPlaceOf.placement().withRole(before.placement().role());
    return Decision.accept(
        before
            .withCustomer(command.to())
            .withLife(life)
            .withPlacement(placement)
            .withLoan(new Loan(before.customer(), command.inPlaceOf(), command.dueOn())),
        new AssetLent(before.id(), before.customer(), command.to(), command.inPlaceOf()));
  }

  /** A unit within the one that is lent. */
  static Decision<Asset> lentAlong(Asset before, LendAsset command) {
    return Decision.accept(
        within(before, command.to()).withLife(before.life().withTenure(Tenure.USED)),
        new AssetLent(before.id(), before.customer(), command.to(), null));
  }

  /**
   * @param below everything within the unit
   */
  static Decision<Asset> giveBack(Asset before, List<Asset> below) {
    Loan loan = before.loan();
    if (loan == null || before.life().status() != AssetStatus.ON_LOAN) {
      return Decision.reject(Reason.of(AssetReason.NOT_ON_LOAN));
    }
    List<Reason> reasons = new ArrayList<>();
    // What the borrower put into it does not go with it.
    count(
        reasons,
        AssetReason.UNITS_STAY_BEHIND,
        below,
        asset -> asset.loan() != null || asset.life().tenure() == Tenure.OWNED);
    return Decision.unless(reasons, () -> givenBack(before, loan));
  }

  private static Decision<Asset> givenBack(Asset before, Loan loan) {
    AssetLife life = before.life().withStatus(AssetStatus.STORED).withTenure(Tenure.OWNED);
    return Decision.accept(
        before
            .withCustomer(loan.lender())
            .withLife(life)
            .withPlacement(alone(before))
            .withLoan(null),
        new AssetGivenBack(before.id(), loan.lender(), before.customer()));
  }

  static Decision<Asset> givenBackAlong(Asset before, CustomerId lender) {
    return Decision.accept(
        within(before, lender).withLife(before.life().withTenure(Tenure.OWNED)),
        new AssetGivenBack(before.id(), lender, before.customer()));
  }
}
