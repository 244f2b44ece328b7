package io.crmkit.assets.merge;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetParties;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetPartyChanged;
import io.crmkit.api.asset.AssetPartyFact;
import io.crmkit.api.asset.AssetPlacementFact;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.AssetTransferred;
import io.crmkit.api.asset.CoverOnTransfer;
import io.crmkit.api.asset.Loan;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.core.spi.work.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which customers a unit and its facts name, and how one comes to stand for another. Pure. */
final class Holders {

  private Holders() {}

  /** Of which customer a fact tells. */
  static CustomerId of(AssetFact fact) {
    if (fact instanceof AssetStatusFact status) {
      return status.holder();
    } else if (fact instanceof AssetPlacementFact placement) {
      return placement.holder();
    }
    return ((AssetPartyFact) fact).customer();
  }

  static AssetParties parties(Asset asset) {
    AssetParties known = asset.parties();
    return known == null ? new AssetParties(null, null, null) : known;
  }

  static @Nullable AssetParties orNull(AssetParties parties) {
    return parties.equals(new AssetParties(null, null, null)) ? null : parties;
  }

  static @Nullable CustomerId swapped(@Nullable CustomerId is, CustomerId from, CustomerId to) {
    return from.equals(is) ? to : is;
  }

  /** Whatever one customer is to the unit, the other is. */
  static Asset swapped(Asset asset, CustomerId from, CustomerId to) {
    AssetParties parties = parties(asset);
    Loan loan = asset.loan();
    return asset
        .withCustomer(asset.customer().equals(from) ? to : asset.customer())
        .withParties(
            orNull(
                new AssetParties(
                    swapped(parties.user(), from, to),
                    swapped(parties.maintainer(), from, to),
                    swapped(parties.lessor(), from, to))))
        .withLoan(
            loan == null || !loan.lender().equals(from)
                ? loan
                : new Loan(to, loan.inPlaceOf(), loan.dueOn()));
  }

  /** The change with the events that tell of it. */
  static Change<Asset> change(Asset before, Asset after) {
    List<CrmEvent> events = new ArrayList<>();
    if (!before.customer().equals(after.customer())) {
      events.add(
          new AssetTransferred(
              before.id(), before.customer(), after.customer(), CoverOnTransfer.CARRY));
    }
    Loan loan = after.loan();
    if (loan != null && !loan.equals(before.loan())) {
      events.add(new AssetPartyChanged(after.id(), AssetParty.OWNER, loan.lender()));
    }
    AssetParties was = parties(before);
    AssetParties is = parties(after);
    party(events, after, AssetParty.USER, was.user(), is.user());
    party(events, after, AssetParty.MAINTAINER, was.maintainer(), is.maintainer());
    party(events, after, AssetParty.LESSOR, was.lessor(), is.lessor());
    return Change.of(before, after, events.toArray(CrmEvent[]::new));
  }

  private static void party(
      List<CrmEvent> events,
      Asset asset,
      AssetParty party,
      @Nullable CustomerId was,
      @Nullable CustomerId is) {
    if (!Objects.equals(was, is)) {
      events.add(new AssetPartyChanged(asset.id(), party, is));
    }
  }
}
