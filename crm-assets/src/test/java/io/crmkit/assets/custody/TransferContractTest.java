package io.crmkit.assets.custody;

import static io.crmkit.assets.custody.CustodyLab.customer;
import static io.crmkit.assets.custody.CustodyLab.machine;
import static io.crmkit.assets.custody.CustodyLab.now;
import static io.crmkit.assets.custody.CustodyLab.part;
import static io.crmkit.assets.custody.CustodyLab.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetPartyChanged;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransferred;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.CoverOnTransfer;
import io.crmkit.api.asset.Custody;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.SetAssetParty;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Units that go to another customer, on every storage. */
class TransferContractTest {

  @OnEveryStorage
  void a_unit_goes_with_everything_within_it_and_stays_what_it_is(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId borg = customer(crm, "Borg");
    Asset press = machine(crm, acme, "P-1");
    Asset fan = part(crm, press, "F-1");

    Asset after = crm.get(AssetTransfers.class).transfer(TransferAsset.of(press, borg));

    assertThat(after.id()).isEqualTo(press.id());
    assertThat(after.customer()).isEqualTo(borg);
    assertThat(after.identity()).isEqualTo(press.identity());
    assertThat(now(crm, fan).customer()).isEqualTo(borg);
    assertThat(now(crm, fan).placement()).isEqualTo(fan.placement());
    assertThat(crm.get(Assets.class).search(Query.where(AssetAttributes.CUSTOMER.eq(acme))).items())
        .isEmpty();
    assertThat(crm.events(AssetTransferred.class))
        .containsExactlyInAnyOrder(
            new AssetTransferred(press.id(), acme, borg, CoverOnTransfer.CARRY),
            new AssetTransferred(fan.id(), acme, borg, CoverOnTransfer.CARRY));
  }

  @OnEveryStorage
  void a_part_leaves_the_machine_of_the_one_for_the_machine_of_the_other(TestCrm crm) {
    CustomerId borg = customer(crm, "Borg");
    Asset fan = part(crm, machine(crm, customer(crm, "Acme"), "P-1"), "F-1");
    Asset other = machine(crm, borg, "P-2");

    Asset after =
        crm.get(AssetTransfers.class)
            .transfer(
                TransferAsset.of(fan, borg)
                    .withPlacement(Placement.within(other.id(), UnitRole.PART)));

    assertThat(crm.get(Assets.class).pathToRoot(fan.id())).containsExactly(after, now(crm, other));
  }

  @OnEveryStorage
  void each_customer_is_told_of_its_own_time(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId borg = customer(crm, "Borg");
    Instant bought = crm.clock().instant();
    Asset press = machine(crm, acme, "P-1");
    crm.clock().advance(Duration.ofDays(10));
    Asset repaired = crm.get(Assets.class).takeStep(TakeStep.of(press, AssetStep.TAKE_INTO_REPAIR));
    crm.clock().advance(Duration.ofDays(10));
    Instant sold = crm.clock().instant();
    crm.get(AssetTransfers.class).transfer(TransferAsset.of(repaired, borg));

    assertThat(crm.get(AssetsInTime.class).custodies(acme))
        .containsExactly(new Custody(press.id(), press.label(), AssetParty.OWNER, bought, sold));
    assertThat(crm.get(AssetsInTime.class).custodies(borg))
        .containsExactly(new Custody(press.id(), press.label(), AssetParty.OWNER, sold, null));
    assertThat(kinds(crm, acme)).containsExactly("asset-take-into-repair", "asset-register");
    assertThat(kinds(crm, borg)).containsExactly("asset-transfer");
  }

  private static List<String> kinds(TestCrm crm, CustomerId customer) {
    return crm
        .get(CustomerViews.class)
        .timeline(TimelineQuestion.latest(customer))
        .entries()
        .stream()
        .filter(entry -> entry.module().equals("assets"))
        .map(entry -> entry.kind())
        .toList();
  }

  @OnEveryStorage
  void who_may_not_see_the_former_owner_is_not_told_of_that_time(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId borg = customer(crm, "Borg");
    Asset press = machine(crm, acme, "P-1");
    crm.clock().advance(Duration.ofDays(10));
    crm.get(AssetTransfers.class).transfer(TransferAsset.of(press, borg));
    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.ID.eq(borg))
                : request.entity() == Asset.class
                    ? Access.only(AssetAttributes.CUSTOMER.eq(borg))
                    : Access.allow());
    CrmSession portal = crm.session("portal");

    assertThat(portal.get(Assets.class).history(press.id()).statuses())
        .extracting(fact -> fact.holder())
        .containsExactly(borg);
    assertThat(portal.get(Assets.class).history(press.id()).parties())
        .extracting(fact -> fact.customer())
        .containsExactly(borg);
  }

  @OnEveryStorage
  void warranties_go_along_or_end_as_the_transfer_says(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId borg = customer(crm, "Borg");
    Asset press = machine(crm, acme, "P-1");
    WarrantyTerms terms = WarrantyTerms.from(LocalDate.of(2020, 1, 1), "full", 240);
    Warranty granted = crm.get(Warranties.class).grant(new GrantWarranty(press.id(), terms));

    Asset carried = crm.get(AssetTransfers.class).transfer(TransferAsset.of(press, borg));
    assertThat(crm.get(Warranties.class).of(press.id())).containsExactly(granted);

    crm.get(AssetTransfers.class)
        .transfer(TransferAsset.of(carried, acme).withCover(CoverOnTransfer.CLOSE));
    assertThat(crm.get(Warranties.class).of(press.id()))
        .extracting(warranty -> warranty.cover().endsOn())
        .containsExactly(crm.session().today());
  }

  @OnEveryStorage
  void what_cannot_go_is_told_with_every_reason(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId borg = customer(crm, "Borg");
    Asset press = machine(crm, acme, "P-1");
    Asset other = machine(crm, acme, "P-2");
    Asset retired = crm.get(Assets.class).takeStep(TakeStep.of(other, AssetStep.RETIRE));
    AssetTransfers transfers = crm.get(AssetTransfers.class);

    assertThat(reasons(() -> transfers.transfer(TransferAsset.of(retired, acme))))
        .containsExactly(AssetReason.HAS_IT_ALREADY, AssetReason.NOT_IN_INSTALLED_BASE);
    assertThat(
            reasons(
                () ->
                    transfers.transfer(
                        TransferAsset.of(press, borg)
                            .withPlacement(Placement.within(other.id(), UnitRole.PART)))))
        .containsExactly(AssetReason.PARENT_OF_ANOTHER_CUSTOMER, AssetReason.PARENT_GONE);
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> transfers.transfer(TransferAsset.of(press.withVersion(9), borg)));
    assertThat(now(crm, press)).isEqualTo(press);
  }

  @OnEveryStorage
  void what_is_recorded_late_of_the_former_owners_time_is_a_correction(TestCrm crm) {
    CustomerId borg = customer(crm, "Borg");
    Asset press = machine(crm, customer(crm, "Acme"), "P-1");
    crm.clock().advance(Duration.ofDays(5));
    Instant then = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(5));
    Asset after = crm.get(AssetTransfers.class).transfer(TransferAsset.of(press, borg));
    CrmSession late = crm.session().occurredAt(then);

    assertThat(
            reasons(
                () ->
                    late.get(Assets.class)
                        .takeStep(TakeStep.of(after, AssetStep.TAKE_INTO_REPAIR))))
        .containsExactly(AssetReason.HELD_BY_ANOTHER_THEN);
    assertThat(
            reasons(
                () ->
                    late.get(Assets.class)
                        .move(MoveAsset.of(after, after.placement().withSite("elsewhere")))))
        .containsExactly(AssetReason.HELD_BY_ANOTHER_THEN);
  }

  @OnEveryStorage
  void who_is_what_to_a_unit_is_dated_and_found(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId service = customer(crm, "Service House");
    Asset press = machine(crm, acme, "P-1");
    Instant before = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    AssetTransfers transfers = crm.get(AssetTransfers.class);

    Asset maintained = transfers.setParty(SetAssetParty.of(press, AssetParty.MAINTAINER, service));
    Instant then = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    Asset ended =
        transfers.setParty(
            new SetAssetParty(press.id(), maintained.version(), AssetParty.MAINTAINER, null));

    assertThat(maintained.parties().maintainer()).isEqualTo(service);
    assertThat(ended.parties()).isNull();
    var history = crm.get(Assets.class).history(press.id());
    Instant now = crm.clock().instant();
    assertThat(history.parties(before, now)).doesNotContainKey(AssetParty.MAINTAINER);
    assertThat(history.parties(then, now)).containsEntry(AssetParty.MAINTAINER, service);
    assertThat(history.parties(now, now)).doesNotContainKey(AssetParty.MAINTAINER);
    assertThat(crm.events(AssetPartyChanged.class))
        .containsExactly(
            new AssetPartyChanged(press.id(), AssetParty.MAINTAINER, service),
            new AssetPartyChanged(press.id(), AssetParty.MAINTAINER, null));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> transfers.setParty(SetAssetParty.of(ended, AssetParty.OWNER, service)));
  }
}
