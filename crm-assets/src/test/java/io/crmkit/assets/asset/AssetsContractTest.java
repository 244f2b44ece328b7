package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.asset.AssetNumbers;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssignSerialNumber;
import io.crmkit.api.asset.ExtendWarranty;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.LabelAsset;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.Reach;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.Supply;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyChanged;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.PlainWords;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The register of units, on every storage. */
class AssetsContractTest {

  // --- registration

  @OnEveryStorage
  void a_machine_from_elsewhere_unknown_to_the_catalogue_is_first_class(TestCrm crm) {
    CustomerId customer = customer(crm);

    Asset press =
        crm.get(Assets.class)
            .register(
                RegisterAsset.thirdParty(
                        customer,
                        AssetIdentity.ofModel("Heidelberg", "Speedmaster")
                            .withSerialNumber(" SM-4711 "))
                    .withNumbers(new AssetNumbers(null, "A-17", "东厂 3 号"))
                    .withSpecification(Map.of("format", "B1")));

    assertThat(press.life().supply()).isEqualTo(Supply.THIRD_PARTY);
    assertThat(press.label()).isEqualTo("Speedmaster (SM-4711)");
    assertThat(press.sold()).isNull();
    assertThat(crm.get(Assets.class).get(press.id())).isEqualTo(press);
    assertThat(crm.get(Assets.class).bySerialNumber("ｓｍ-4711")).containsExactly(press);
    AssetFacts facts = crm.get(AssetLookup.class).facts(press.id()).orElseThrow();
    assertThat(facts.customer()).isEqualTo(customer);
    assertThat(facts.product()).isNull();
    assertThat(facts.provisional()).isFalse();
    assertThat(facts.pathToRoot()).containsExactly(press.id());
  }

  @OnEveryStorage
  void a_unit_whose_product_we_know_gets_what_the_catalogue_says(TestCrm crm) {
    Product product = product(crm, "P");

    Asset asset =
        crm.get(Assets.class)
            .register(RegisterAsset.ofOurs(customer(crm), AssetIdentity.ofProduct(product.id())));

    assertThat(asset.identity().model()).isEqualTo("P");
    assertThat(asset.sold().sku()).isEqualTo("P");
  }

  @OnEveryStorage
  void maker_product_and_serial_number_together_are_unique(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    CustomerId customer = customer(crm);
    assets.register(of(customer, "Maker", "Model", "S-1"));

    assertThat(reasons(() -> assets.register(of(customer(crm), "MAKER ", "model", "s-1"))))
        .containsExactly(AssetReason.SERIAL_NUMBER_TAKEN);
    assertThat(assets.register(of(customer, "Other", "Model", "S-1")).version()).isEqualTo(1);
    assertThat(assets.register(of(customer, "Maker", "Model 2", "S-1")).version()).isEqualTo(1);
  }

  @OnEveryStorage
  void units_without_a_serial_number_do_not_meet(TestCrm crm) {
    RegisterAsset same =
        RegisterAsset.thirdParty(customer(crm), AssetIdentity.ofModel("Maker", "Model"));

    crm.get(Assets.class).register(same);
    crm.get(Assets.class).register(same);

    assertThat(crm.get(Assets.class).search(everything()).items()).hasSize(2);
  }

  @OnEveryStorage
  void every_malformed_field_is_named(TestCrm crm) {
    RegisterAsset bad =
        RegisterAsset.thirdParty(
                customer(crm), new AssetIdentity(" ", "m".repeat(101), null, "\u0007", null))
            .withNumbers(new AssetNumbers(null, null, null));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> crm.get(Assets.class).register(bad))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .extracting(InvalidInput.Fault::path)
                    .containsExactly(
                        "identity.model", "identity.maker", "identity.serialNumber", "numbers"));
  }

  @OnEveryStorage
  void every_reason_against_a_registration_is_told(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    Asset parent = assets.register(of(customer(crm), "M", "Parent", "1"));
    assets.takeStep(TakeStep.of(parent, AssetStep.RETIRE));
    RegisterAsset bad =
        RegisterAsset.thirdParty(customer(crm), AssetIdentity.ofProduct(new ProductId(crm.newId())))
            .withPlacement(Placement.within(parent.id(), UnitRole.PART));
    RegisterAsset provisional = bad.withLife(bad.life().withStatus(AssetStatus.PROVISIONAL));

    assertThat(reasons(() -> assets.register(provisional)))
        .containsExactly(
            AssetReason.PRODUCT_UNKNOWN,
            AssetReason.STATUS_NOT_TO_REGISTER,
            AssetReason.PARENT_OF_ANOTHER_CUSTOMER,
            AssetReason.PARENT_GONE);
  }

  @OnEveryStorage
  void a_registration_under_a_key_happens_once(TestCrm crm) {
    RegisterAsset command =
        RegisterAsset.thirdParty(customer(crm), AssetIdentity.ofModel("Maker", "Model"));

    Asset first = crm.session().once("k").get(Assets.class).register(command);
    Asset again = crm.session().once("k").get(Assets.class).register(command);

    assertThat(again).isEqualTo(first);
    assertThat(crm.get(Assets.class).search(everything()).items()).hasSize(1);
  }

  // --- numbers

  @OnEveryStorage
  void a_corrected_serial_number_is_not_a_new_unit(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    CustomerId customer = customer(crm);
    Asset one = assets.register(of(customer, "M", "X", "S-1"));
    Asset two = assets.register(of(customer, "M", "X", "S-2"));

    assertThat(reasons(() -> assets.assignSerialNumber(AssignSerialNumber.of(two, "s-1"))))
        .containsExactly(AssetReason.SERIAL_NUMBER_TAKEN);
    Asset corrected = assets.assignSerialNumber(AssignSerialNumber.of(one, "S-10"));
    Asset now = assets.assignSerialNumber(AssignSerialNumber.of(two, "S-1"));

    assertThat(corrected.id()).isEqualTo(one.id());
    assertThat(now.identity().serialNumber()).isEqualTo("S-1");
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> assets.assignSerialNumber(AssignSerialNumber.of(one, "S-11")));
  }

  @OnEveryStorage
  void a_unit_is_found_by_the_customers_own_label(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    Asset asset = assets.register(of(customer(crm), "M", "X", "1"));

    Asset labelled =
        assets.label(
            new LabelAsset(
                asset.id(), asset.version(), new AssetNumbers(null, null, "Hall 3 / 7")));

    assertThat(
            assets.search(Query.where(AssetAttributes.CUSTOMERS_NUMBER.eq("Hall 3 / 7"))).items())
        .containsExactly(labelled);
  }

  // --- steps

  @OnEveryStorage
  void the_installation_begins_the_warranties_that_waited_for_it(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    Warranties warranties = crm.get(Warranties.class);
    RegisterAsset shipped =
        of(customer(crm), "M", "X", "1")
            .withLife(
                RegisterAsset.ofOurs(customer(crm), AssetIdentity.ofModel("M", "X"))
                    .life()
                    .withStatus(AssetStatus.SHIPPED));
    Asset asset = assets.register(shipped);
    warranties.grant(new GrantWarranty(asset.id(), WarrantyTerms.fromInstallation("parts", 12)));
    LocalDate on = LocalDate.of(2024, 2, 29);

    Asset installed =
        assets.takeStep(
            new TakeStep(asset.id(), asset.version(), AssetStep.INSTALL, Reach.UNIT, on));
    Asset stored = assets.takeStep(TakeStep.of(installed, AssetStep.STORE));
    assets.takeStep(TakeStep.of(stored, AssetStep.INSTALL));

    assertThat(installed.life().installedOn()).isEqualTo(on);
    assertThat(warranties.of(asset.id()))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.cover().startsOn()).isEqualTo(on);
              assertThat(w.cover().endsOn()).isEqualTo(LocalDate.of(2025, 2, 28));
            });
    assertThat(crm.events(WarrantyChanged.class)).hasSize(1);
    assertThat(assets.get(asset.id()).life().installedOn()).isEqualTo(on);
  }

  @OnEveryStorage
  void a_step_that_the_status_does_not_allow_is_refused(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    Asset asset = assets.register(of(customer(crm), "M", "X", "1"));

    assertThat(reasons(() -> assets.takeStep(TakeStep.of(asset, AssetStep.INSTALL))))
        .containsExactly(AssetReason.STEP_NOT_POSSIBLE);
  }

  @OnEveryStorage
  void a_machine_does_not_leave_while_its_parts_stay(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    CustomerId customer = customer(crm);
    Asset machine = assets.register(of(customer, "M", "X", "1"));
    Asset part =
        assets.register(
            of(customer, "M", "Fan", "2")
                .withPlacement(Placement.within(machine.id(), UnitRole.PART)));

    assertThat(reasons(() -> assets.takeStep(TakeStep.of(machine, AssetStep.RETURN))))
        .containsExactly(AssetReason.UNITS_STAY_BEHIND);
    assets.takeStep(TakeStep.of(machine, AssetStep.RETURN).withReach(Reach.WITH_ALL_BELOW));

    assertThat(assets.get(part.id()).life().status()).isEqualTo(AssetStatus.RETURNED);
    assertThat(assets.get(machine.id()).life().status()).isEqualTo(AssetStatus.RETURNED);
  }

  // --- two times

  @OnEveryStorage
  void history_tells_what_was_true_and_what_was_known(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset asset = crm.get(Assets.class).register(of(customer, "M", "X", "1"));
    Asset machine = crm.get(Assets.class).register(of(customer, "M", "Y", "1"));
    Instant registered = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(10));
    Instant happened = registered.plus(Duration.ofDays(3));
    Instant recorded = crm.clock().instant();

    CrmSession late = crm.session().occurredAt(happened);
    late.get(Assets.class).move(MoveAsset.of(asset, Placement.within(machine.id(), UnitRole.PART)));
    AssetHistory history = crm.get(Assets.class).history(asset.id());

    Instant day4 = registered.plus(Duration.ofDays(4));
    assertThat(history.placement(day4, recorded).orElseThrow().parent()).isEqualTo(machine.id());
    assertThat(history.placement(day4, day4).orElseThrow().parent()).isNull();
    assertThat(history.placement(registered, recorded).orElseThrow().parent()).isNull();
    assertThat(history.status(day4, recorded)).contains(AssetStatus.IN_OPERATION);
    assertThat(history.status(registered.minusSeconds(1), recorded)).isEmpty();
    assertThat(history.parties(day4, recorded)).containsEntry(AssetParty.OWNER, customer);
  }

  // --- warranties

  @OnEveryStorage
  void a_warranty_is_extended_from_its_first_day_and_never_drifts(TestCrm crm) {
    Warranties warranties = crm.get(Warranties.class);
    Asset asset = crm.get(Assets.class).register(of(customer(crm), "M", "X", "1"));
    LocalDate first = LocalDate.of(2026, 1, 31);
    Warranty granted =
        warranties.grant(
            new GrantWarranty(asset.id(), WarrantyTerms.from(first, "full", 1).covering("all")));

    Warranty longer = warranties.extend(new ExtendWarranty(granted.id(), granted.version(), 1));

    assertThat(granted.cover().endsOn()).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(longer.cover().endsOn()).isEqualTo(LocalDate.of(2026, 3, 31));
    assertThat(crm.get(AssetLookup.class).facts(asset.id()).orElseThrow().warranties())
        .containsExactly(
            new AssetFacts.WarrantyFact("full", first, LocalDate.of(2026, 3, 31), "all"));
  }

  @OnEveryStorage
  void several_warranties_are_granted_but_not_one_kind_twice_for_a_day(TestCrm crm) {
    Warranties warranties = crm.get(Warranties.class);
    Asset asset = crm.get(Assets.class).register(of(customer(crm), "M", "X", "1"));
    LocalDate first = LocalDate.of(2026, 1, 1);
    warranties.grant(new GrantWarranty(asset.id(), WarrantyTerms.from(first, "full", 12)));

    assertThat(
            reasons(
                () ->
                    warranties.grant(
                        new GrantWarranty(
                            asset.id(), WarrantyTerms.from(first.plusMonths(11), "full", 12)))))
        .containsExactly(AssetReason.WARRANTY_KIND_TAKEN);
    assertThat(
            reasons(
                () ->
                    warranties.grant(
                        new GrantWarranty(asset.id(), WarrantyTerms.fromShipment("other", 12)))))
        .containsExactly(AssetReason.SHIPMENT_DATE_UNKNOWN);
    warranties.grant(
        new GrantWarranty(asset.id(), WarrantyTerms.from(first.plusMonths(12), "full", 12)));
    warranties.grant(new GrantWarranty(asset.id(), WarrantyTerms.from(first, "parts", 12)));
    assertThat(warranties.of(asset.id())).hasSize(3);
  }

  // --- who may see

  @OnEveryStorage
  void a_portal_user_sees_its_own_companys_units_and_nothing_of_others(TestCrm crm) {
    CustomerId own = customer(crm);
    Asset theirs = crm.get(Assets.class).register(of(customer(crm), "M", "X", "1"));
    Asset mine = crm.get(Assets.class).register(of(own, "M", "X", "2"));
    crm.policy(
        request ->
            request.actor().roles().contains("portal") && request.entity() == Asset.class
                ? Access.only(AssetAttributes.CUSTOMER.eq(own))
                : Access.allow());

    CrmSession portal = crm.session(new Actor("visitor", Set.of("portal"), null));

    assertThat(portal.get(Assets.class).search(everything()).items()).containsExactly(mine);
    assertThat(portal.get(AssetLookup.class).facts(theirs.id())).isEmpty();
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> portal.get(Assets.class).history(theirs.id()));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> portal.get(Warranties.class).of(theirs.id()));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                portal
                    .get(Assets.class)
                    .move(MoveAsset.of(mine, Placement.within(theirs.id(), UnitRole.PART))));
  }

  // --- helpers

  private static RegisterAsset of(
      CustomerId customer, String maker, String model, String serialNumber) {
    return RegisterAsset.thirdParty(
        customer, AssetIdentity.ofModel(maker, model).withSerialNumber(serialNumber));
  }

  private static Query<Asset> everything() {
    return Query.everything();
  }

  private static List<ReasonCode> reasons(Runnable command) {
    try {
      command.run();
    } catch (Refused refused) {
      refused.reasons().forEach(PlainWords::assertPlain);
      return refused.reasons().stream().map(Reason::code).toList();
    }
    throw new AssertionError("was not refused");
  }
}
