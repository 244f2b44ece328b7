package io.crmkit.assets.custody;

import static io.crmkit.assets.custody.CustodyLab.customer;
import static io.crmkit.assets.custody.CustodyLab.machine;
import static io.crmkit.assets.custody.CustodyLab.now;
import static io.crmkit.assets.custody.CustodyLab.part;
import static io.crmkit.assets.custody.CustodyLab.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetGivenBack;
import io.crmkit.api.asset.AssetLent;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetReplaced;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.ExtendWarranty;
import io.crmkit.api.asset.GiveBackAsset;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Loan;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.Succession;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.Tenure;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Units in each other's place: replacement, upgrade, loan; on every storage. */
class ExchangeContractTest {

  @OnEveryStorage
  void a_replacement_takes_the_place_and_both_know_each_other(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    Asset press = machine(crm, acme, "P-1");
    Asset broken = part(crm, press, "F-1");
    Asset fresh = machine(crm, acme, "F-2");

    Asset after = crm.get(AssetTransfers.class).replace(ReplaceAsset.of(broken, fresh));

    Asset gone = now(crm, broken);
    assertThat(after.placement()).isEqualTo(broken.placement());
    assertThat(after.succession()).isEqualTo(new Succession(broken.id(), null));
    assertThat(gone.succession()).isEqualTo(new Succession(null, fresh.id()));
    assertThat(gone.life().status()).isEqualTo(AssetStatus.REPLACED);
    assertThat(gone.placement().parent()).isNull();
    assertThat(crm.get(Assets.class).children(press.id())).containsExactly(after);
    assertThat(crm.events(AssetReplaced.class))
        .containsExactly(
            new AssetReplaced(broken.id(), acme, fresh.id(), ReplaceAsset.Exchange.REPLACEMENT));
  }

  @OnEveryStorage
  void parts_are_put_over_or_go_along(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    Asset old = machine(crm, acme, "P-1");
    Asset over = part(crm, old, "F-1");
    Asset first = machine(crm, acme, "P-2");
    AssetTransfers transfers = crm.get(AssetTransfers.class);

    Asset second =
        transfers.replace(
            ReplaceAsset.of(old, first)
                .withExchange(ReplaceAsset.Exchange.UPGRADE)
                .withParts(ReplaceAsset.Parts.MOVE_OVER));
    assertThat(now(crm, over).placement().parent()).isEqualTo(first.id());
    assertThat(now(crm, old).life().status()).isEqualTo(AssetStatus.UPGRADED);

    transfers.replace(ReplaceAsset.of(second, machine(crm, acme, "P-3")));
    assertThat(now(crm, over).life().status()).isEqualTo(AssetStatus.REPLACED);
    assertThat(now(crm, over).placement().parent()).isEqualTo(first.id());
    assertThat(now(crm, first).succession().replaces()).isEqualTo(old.id());
    assertThat(now(crm, first).succession().replacedBy()).isNotNull();
  }

  @OnEveryStorage
  void what_cannot_be_exchanged_is_told(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    Asset press = machine(crm, acme, "P-1");
    Asset fan = part(crm, press, "F-1");
    Asset others = machine(crm, customer(crm, "Borg"), "P-2");
    AssetTransfers transfers = crm.get(AssetTransfers.class);

    assertThat(reasons(() -> transfers.replace(ReplaceAsset.of(press, press))))
        .containsExactly(AssetReason.REPLACED_BY_ITSELF);
    assertThat(reasons(() -> transfers.replace(ReplaceAsset.of(press, others))))
        .containsExactly(AssetReason.UNIT_OF_ANOTHER_CUSTOMER);
    assertThat(reasons(() -> transfers.replace(ReplaceAsset.of(press, fan))))
        .containsExactly(AssetReason.SUCCESSOR_WITHIN);
    assertThat(reasons(() -> transfers.replace(ReplaceAsset.of(fan, press))))
        .containsExactly(AssetReason.WITHIN_ITSELF);
    Asset spare = machine(crm, acme, "P-3");
    Asset came = transfers.replace(ReplaceAsset.of(press, spare));
    assertThat(
            reasons(
                () ->
                    transfers.replace(ReplaceAsset.of(now(crm, press), machine(crm, acme, "P-4")))))
        .containsExactly(AssetReason.NOT_IN_INSTALLED_BASE, AssetReason.REPLACED_ALREADY);
    assertThat(reasons(() -> transfers.replace(ReplaceAsset.of(machine(crm, acme, "P-5"), came))))
        .containsExactly(AssetReason.REPLACES_ANOTHER);
  }

  @OnEveryStorage
  void the_one_that_comes_inherits_the_rest_a_fresh_one_or_the_longer(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    LocalDate today = crm.session().today();
    LocalDate began = today.minusMonths(20);

    assertThat(ends(crm, acme, "1", began, ReplaceAsset.Inherited.NOTHING)).isEmpty();
    assertThat(ends(crm, acme, "2", began, ReplaceAsset.Inherited.REST_OF_OLD))
        .containsExactly(began.plusMonths(24));
    assertThat(ends(crm, acme, "3", began, ReplaceAsset.Inherited.FRESH))
        .containsExactly(today.plusMonths(24));
    assertThat(ends(crm, acme, "4", began, ReplaceAsset.Inherited.LONGER))
        .containsExactly(today.plusMonths(24));
    assertThat(ends(crm, acme, "5", today.plusDays(1), ReplaceAsset.Inherited.LONGER))
        .as("it covers nothing yet")
        .isEmpty();
  }

  /** The ends of what is inherited of 24 months. */
  private static List<LocalDate> ends(
      TestCrm crm,
      CustomerId customer,
      String number,
      LocalDate from,
      ReplaceAsset.Inherited inherited) {
    Asset old = machine(crm, customer, "O-" + number);
    Asset fresh = machine(crm, customer, "N-" + number);
    Warranty granted =
        crm.get(Warranties.class)
            .grant(new GrantWarranty(old.id(), WarrantyTerms.from(from, "full", 24)));
    crm.get(AssetTransfers.class).replace(ReplaceAsset.of(old, fresh).withWarranties(inherited));
    Warranty closed = crm.get(Warranties.class).of(old.id()).get(0);
    assertThat(closed.cover().includes(crm.session().today())).isFalse();
    assertThat(
            reasons(
                () ->
                    crm.get(Warranties.class)
                        .extend(new ExtendWarranty(granted.id(), closed.version(), 6))))
        .containsExactly(AssetReason.WARRANTY_CLOSED);
    return crm.get(Warranties.class).of(fresh.id()).stream()
        .map(warranty -> warranty.cover().endsOn())
        .toList();
  }

  @OnEveryStorage
  void a_loan_unit_stands_in_and_comes_back(TestCrm crm) {
    CustomerId pool = customer(crm, "Our pool");
    CustomerId acme = customer(crm, "Acme");
    Asset press = machine(crm, acme, "P-1");
    Asset fan = part(crm, press, "F-1");
    Asset inRepair = crm.get(Assets.class).takeStep(TakeStep.of(fan, AssetStep.TAKE_INTO_REPAIR));
    Asset spare =
        crm.get(Assets.class).takeStep(TakeStep.of(machine(crm, pool, "L-1"), AssetStep.STORE));
    Asset inner = part(crm, spare, "L-2");
    AssetTransfers transfers = crm.get(AssetTransfers.class);

    Asset lent =
        transfers.lend(
            LendAsset.of(spare, acme)
                .withInPlaceOf(inRepair.id())
                .withDueOn(LocalDate.of(2026, 12, 24)));

    assertThat(lent.customer()).isEqualTo(acme);
    assertThat(lent.life().status()).isEqualTo(AssetStatus.ON_LOAN);
    assertThat(lent.life().tenure()).isEqualTo(Tenure.USED);
    assertThat(lent.loan()).isEqualTo(new Loan(pool, inRepair.id(), LocalDate.of(2026, 12, 24)));
    assertThat(lent.placement().parent()).isEqualTo(press.id());
    assertThat(now(crm, inner).life().tenure()).isEqualTo(Tenure.USED);
    var during = crm.get(Assets.class).history(lent.id());
    assertThat(during.parties(crm.clock().instant(), crm.clock().instant()))
        .containsEntry(AssetParty.OWNER, pool)
        .containsEntry(AssetParty.USER, acme);
    assertThat(reasons(() -> transfers.transfer(TransferAsset.of(lent, customer(crm, "Borg")))))
        .containsExactly(AssetReason.ON_LOAN);

    crm.clock().advance(Duration.ofDays(7));
    Asset back = transfers.giveBack(GiveBackAsset.of(lent));

    assertThat(back.customer()).isEqualTo(pool);
    assertThat(back.life().status()).isEqualTo(AssetStatus.STORED);
    assertThat(back.life().tenure()).isEqualTo(Tenure.OWNED);
    assertThat(back.loan()).isNull();
    assertThat(now(crm, inner).customer()).isEqualTo(pool);
    assertThat(
            crm.get(Assets.class)
                .history(lent.id())
                .parties(crm.clock().instant(), crm.clock().instant()))
        .containsEntry(AssetParty.OWNER, pool)
        .doesNotContainKey(AssetParty.USER);
    assertThat(crm.get(AssetsInTime.class).custodies(acme))
        .filteredOn(custody -> custody.asset().equals(lent.id()))
        .singleElement()
        .satisfies(custody -> assertThat(custody.party()).isEqualTo(AssetParty.USER));
    assertThat(crm.events(AssetLent.class)).hasSize(2);
    assertThat(crm.events(AssetGivenBack.class)).hasSize(2);
    assertThat(reasons(() -> transfers.giveBack(GiveBackAsset.of(back))))
        .containsExactly(AssetReason.NOT_ON_LOAN);
  }

  @OnEveryStorage
  void what_the_borrower_put_into_it_does_not_go_back(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    Asset spare =
        crm.get(Assets.class)
            .takeStep(TakeStep.of(machine(crm, customer(crm, "Our pool"), "L-1"), AssetStep.STORE));
    Asset lent = crm.get(AssetTransfers.class).lend(LendAsset.of(spare, acme));
    part(crm, lent, "F-9");

    assertThat(
            reasons(() -> crm.get(AssetTransfers.class).giveBack(GiveBackAsset.of(now(crm, lent)))))
        .containsExactly(AssetReason.UNITS_STAY_BEHIND);
  }
}
