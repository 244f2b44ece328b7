package io.crmkit.assets.merge;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetParties;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.asset.Loan;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.merge.CustomerMerge;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a unit when a merge is undone: whatever the survivor was to it because the
 * absorbed customer had been, for as long as it lasted without a break, the absorbed customer is.
 * What the survivor had before, or came by later, stays the survivor's. Pure.
 */
record GivenBack(
    CustomerMerge merge, Instant at, Asset asset, AssetHistory history, UnitMemo memo) {

  private static final Instant BY_NOW = Instant.MAX;

  /** Whether the unit goes back to the absorbed customer. */
  boolean goes() {
    return asset.customer().equals(merge.survivor())
        && (memo.held() || owned())
        && heldUntil() == null;
  }

  private boolean owned() {
    return memo.was().contains(AssetParty.OWNER);
  }

  Asset after() {
    CustomerId from = merge.survivor();
    CustomerId to = merge.absorbed();
    Asset after = goes() ? asset.withCustomer(to) : asset;
    AssetParties parties = Holders.parties(asset);
    AssetParties given =
        new AssetParties(
            lasts(AssetParty.USER) ? Holders.swapped(parties.user(), from, to) : parties.user(),
            lasts(AssetParty.MAINTAINER)
                ? Holders.swapped(parties.maintainer(), from, to)
                : parties.maintainer(),
            lasts(AssetParty.LESSOR)
                ? Holders.swapped(parties.lessor(), from, to)
                : parties.lessor());
    Loan loan = asset.loan();
    if (loan != null && loan.lender().equals(from) && lasts(AssetParty.OWNER)) {
      loan = new Loan(to, loan.inPlaceOf(), loan.dueOn());
    }
    return after.withParties(Holders.orNull(given)).withLoan(loan);
  }

  /** The facts that are the absorbed customer's again. */
  UnitWriting.Turning turning() {
    Instant until = heldUntil();
    return new UnitWriting.Turning(
        fact -> turns(fact, until),
        fact -> turns(fact, until),
        fact -> turns(fact, until(fact.party())));
  }

  private boolean turns(AssetFact fact, @Nullable Instant until) {
    return Holders.of(fact).equals(merge.survivor())
        && !memo.own().contains(fact.id())
        && (until == null || fact.time().validFrom().isBefore(until));
  }

  private boolean lasts(AssetParty party) {
    return until(party) == null;
  }

  /** Until when the survivor was this because of the merge; null if it still is. */
  private @Nullable Instant until(AssetParty party) {
    return memo.was().contains(party)
        ? endOf(moment -> merge.survivor().equals(history.parties(moment, BY_NOW).get(party)))
        : at;
  }

  /** Lent and given back, a unit was the owner's all that time. */
  private @Nullable Instant heldUntil() {
    if (!memo.held() && !owned()) {
      return at;
    }
    return endOf(
        moment ->
            history.holder(moment, BY_NOW).filter(merge.survivor()::equals).isPresent()
                || (owned()
                    && merge
                        .survivor()
                        .equals(history.parties(moment, BY_NOW).get(AssetParty.OWNER))));
  }

  /** The first moment since the merge at which it was not so; null if it was so all the time. */
  private @Nullable Instant endOf(Predicate<Instant> so) {
    TreeSet<Instant> moments = new TreeSet<>(List.of(at));
    Stream.concat(history.statuses().stream(), history.parties().stream())
        .map(AssetFact::time)
        .flatMap(time -> Stream.of(time.validFrom(), end(time)))
        .filter(moment -> moment.isAfter(at))
        .forEach(moments::add);
    return moments.stream().filter(moment -> !so.test(moment)).findFirst().orElse(null);
  }

  private static Instant end(FactTime time) {
    Instant to = time.validTo();
    return to == null ? time.validFrom() : to;
  }
}
