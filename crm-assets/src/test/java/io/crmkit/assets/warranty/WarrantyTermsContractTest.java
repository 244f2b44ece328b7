package io.crmkit.assets.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.CorrectWarranty;
import io.crmkit.api.asset.CoverOnTransfer;
import io.crmkit.api.asset.ExtendWarranty;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.Reach;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyCover;
import io.crmkit.api.asset.WarrantyFact;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What terms of warranties say beyond kind and months, on every storage. */
class WarrantyTermsContractTest {

  // --- first use

  @OnEveryStorage
  void from_the_first_use_a_warranty_begins_when_the_unit_is_taken_into_operation(TestCrm crm) {
    Asset unit = register(crm, AssetStatus.SHIPPED);
    Warranty waiting = grant(crm, unit, WarrantyTerms.fromFirstUse("full", 12));
    Asset installed = step(crm, unit, AssetStep.INSTALL);
    assertThat(of(crm, unit).cover().startsOn()).isNull();
    LocalDate on = LocalDate.of(2024, 2, 29);

    Asset used =
        crm.get(Assets.class)
            .takeStep(
                new TakeStep(unit.id(), installed.version(), AssetStep.START, Reach.UNIT, on));

    assertThat(used.life().firstUsedOn()).isEqualTo(on);
    assertThat(crm.get(Assets.class).get(unit.id())).isEqualTo(used);
    assertThat(of(crm, unit).cover())
        .isEqualTo(new WarrantyCover(0, on, LocalDate.of(2025, 2, 28)));
    assertThat(causes(crm, waiting)).containsExactly("grant", "begin");
    crm.clock().advance(Duration.ofDays(9));
    Asset again = step(crm, step(crm, used, AssetStep.STORE), AssetStep.START);
    assertThat(again.life().firstUsedOn()).isEqualTo(on);
    assertThat(of(crm, unit).cover().startsOn()).isEqualTo(on);
  }

  @OnEveryStorage
  void a_first_use_that_is_known_when_the_unit_comes_serves(TestCrm crm) {
    RegisterAsset command = command(crm, AssetStatus.IN_OPERATION);
    LocalDate on = LocalDate.of(2020, 5, 31);
    RegisterAsset known = command.withLife(command.life().withFirstUsedOn(on));
    Asset registered = crm.get(Assets.class).register(known);
    crm.get(Assets.class).importAll(new ImportAssets(List.of(new AssetRow("R-1", known, null))));

    assertThat(grant(crm, registered, WarrantyTerms.fromFirstUse("full", 1)).cover().endsOn())
        .isEqualTo(LocalDate.of(2020, 6, 30));
    assertThat(crm.get(Assets.class).get(registered.id()).life().firstUsedOn()).isEqualTo(on);
  }

  @OnEveryStorage
  void a_unit_in_use_since_nobody_knows_when_is_not_first_used_after_its_repair(TestCrm crm) {
    Asset unit = register(crm, AssetStatus.IN_OPERATION);
    grant(crm, unit, WarrantyTerms.fromFirstUse("full", 12));
    crm.clock().advance(Duration.ofDays(1));
    Asset inRepair = step(crm, unit, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(1));

    Asset repaired = step(crm, inRepair, AssetStep.FINISH_REPAIR);

    assertThat(repaired.life().firstUsedOn()).isNull();
    assertThat(of(crm, unit).cover().startsOn()).isNull();
    Asset neverUsed =
        step(
            crm,
            step(crm, register(crm, AssetStatus.SHIPPED), AssetStep.TAKE_INTO_REPAIR),
            AssetStep.FINISH_REPAIR);
    assertThat(neverUsed.life().firstUsedOn()).isEqualTo(crm.session().today());
  }

  @OnEveryStorage
  void an_earlier_first_use_that_is_learnt_late_moves_the_first_day_unless_it_was_corrected(
      TestCrm crm) {
    Asset unit = register(crm, AssetStatus.SHIPPED);
    grant(crm, unit, WarrantyTerms.fromFirstUse("full", 12));
    Warranty other = grant(crm, unit, WarrantyTerms.fromFirstUse("parts", 12));
    crm.clock().advance(Duration.ofDays(10));
    Asset used = step(crm, unit, AssetStep.START);
    LocalDate late = crm.session().today();
    Warranty begun = warranty(crm, unit, "parts");
    crm.get(Warranties.class)
        .correct(new CorrectWarranty(other.id(), begun.version(), late.minusDays(1), "letter"));
    Instant now = crm.clock().instant();

    Asset corrected =
        crm.get(AssetTransfers.class)
            .correct(
                new CorrectHistory(
                    used.id(),
                    used.version(),
                    new CorrectHistory.Status(AssetStatus.IN_OPERATION),
                    now.minus(Duration.ofDays(6)),
                    now));

    assertThat(corrected.life().firstUsedOn()).isEqualTo(late.minusDays(6));
    assertThat(warranty(crm, unit, "full").cover().startsOn()).isEqualTo(late.minusDays(6));
    assertThat(warranty(crm, unit, "parts").cover().startsOn()).isEqualTo(late.minusDays(1));
  }

  // --- the latest start

  @OnEveryStorage
  void a_warranty_waits_no_longer_than_was_said(TestCrm crm) {
    WarrantyTerms terms = WarrantyTerms.fromInstallation("full", 12).startingAtLatest(6);
    LocalDate shippedOn = LocalDate.of(2025, 8, 31);
    Asset early = shipped(crm, shippedOn);
    Asset late = shipped(crm, shippedOn);
    grant(crm, early, terms);
    grant(crm, late, terms);
    LocalDate latest = LocalDate.of(2026, 2, 28);
    assertThat(of(crm, early).cover())
        .isEqualTo(new WarrantyCover(0, latest, latest.plusMonths(12)));
    LocalDate on = LocalDate.of(2026, 1, 15);

    install(crm, early, on);
    install(crm, late, latest.plusDays(1));

    assertThat(of(crm, early).cover()).isEqualTo(new WarrantyCover(0, on, on.plusMonths(12)));
    assertThat(of(crm, late).cover().startsOn()).isEqualTo(latest);
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> grant(crm, register(crm, AssetStatus.SHIPPED), terms));
    assertThat(refused.reasons())
        .extracting(Reason::code)
        .containsExactly(AssetReason.SHIPMENT_DATE_UNKNOWN);
  }

  // --- suspension

  @OnEveryStorage
  void days_in_repair_are_added_when_the_repair_ends(TestCrm crm) {
    Asset unit = register(crm, AssetStatus.IN_OPERATION);
    LocalDate first = crm.session().today();
    Warranty agreed = grant(crm, unit, suspended(first, "full"));
    grant(crm, unit, WarrantyTerms.from(first, "parts", 12));
    crm.clock().advance(Duration.ofDays(3));
    Asset inRepair = step(crm, unit, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(10));
    assertThat(crm.get(Warranties.class).coverOf(unit.id(), today(crm), crm.clock().instant()))
        .as("under warranty while it is in repair")
        .hasSize(2);
    assertThat(warranty(crm, unit, "full").cover().suspendedDays()).isZero();

    Asset repaired = step(crm, inRepair, AssetStep.FINISH_REPAIR);
    Asset sameDay =
        step(crm, step(crm, repaired, AssetStep.TAKE_INTO_REPAIR), AssetStep.FINISH_REPAIR);

    LocalDate end = first.plusMonths(12).plusDays(10);
    assertThat(warranty(crm, unit, "full").cover())
        .isEqualTo(new WarrantyCover(0, first, end, 10, null));
    assertThat(warranty(crm, unit, "parts").cover().endsOn()).isEqualTo(first.plusMonths(12));
    assertThat(causes(crm, agreed)).containsExactly("grant", "suspend");
    Warranty longer =
        crm.get(Warranties.class)
            .extend(new ExtendWarranty(agreed.id(), warranty(crm, unit, "full").version(), 1));
    assertThat(longer.cover().endsOn()).isEqualTo(first.plusMonths(13).plusDays(10));
    assertThat(sameDay.life().status()).isEqualTo(AssetStatus.IN_OPERATION);
  }

  @OnEveryStorage
  void a_repair_that_began_on_another_day_is_reckoned_anew_and_what_was_known_stays(TestCrm crm) {
    Asset unit = register(crm, AssetStatus.IN_OPERATION);
    LocalDate first = crm.session().today();
    Warranty agreed = grant(crm, unit, suspended(first, "full"));
    crm.clock().advance(Duration.ofDays(10));
    Asset inRepair = step(crm, unit, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(5));
    Asset repaired = step(crm, inRepair, AssetStep.FINISH_REPAIR);
    Instant then = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));

    crm.get(AssetTransfers.class)
        .correct(
            new CorrectHistory(
                unit.id(),
                repaired.version(),
                new CorrectHistory.Status(AssetStatus.IN_REPAIR),
                then.minus(Duration.ofDays(8)),
                then.minus(Duration.ofDays(4))));

    assertThat(of(crm, unit).cover().suspendedDays()).isEqualTo(8);
    LocalDate last = first.plusMonths(12).plusDays(7);
    Warranties warranties = crm.get(Warranties.class);
    assertThat(warranties.coverOf(unit.id(), last, then)).isEmpty();
    assertThat(warranties.coverOf(unit.id(), last, crm.clock().instant())).hasSize(1);
    assertThat(causes(crm, agreed)).containsExactly("grant", "suspend", "suspend");
    Asset now = crm.get(Assets.class).get(unit.id());
    crm.get(AssetTransfers.class)
        .correct(
            new CorrectHistory(
                unit.id(),
                now.version(),
                new CorrectHistory.Status(AssetStatus.STORED),
                then.minus(Duration.ofDays(9)),
                then));
    assertThat(of(crm, unit).cover())
        .as("it was not in repair at all")
        .isEqualTo(new WarrantyCover(0, first, first.plusMonths(12)));
  }

  @OnEveryStorage
  void a_step_that_is_told_late_tells_of_the_repair_otherwise(TestCrm crm) {
    Asset unit = register(crm, AssetStatus.IN_OPERATION);
    grant(crm, unit, suspended(crm.session().today(), "full"));
    crm.clock().advance(Duration.ofDays(10));
    Asset inRepair = step(crm, unit, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(5));

    crm.session()
        .occurredAt(crm.clock().instant().minus(Duration.ofDays(2)))
        .get(Assets.class)
        .takeStep(TakeStep.of(inRepair, AssetStep.STORE));

    assertThat(of(crm, unit).cover().suspendedDays()).isEqualTo(3);
  }

  @OnEveryStorage
  void a_step_that_is_told_late_takes_back_a_repair_that_it_says_there_was_not(TestCrm crm) {
    Asset unit = register(crm, AssetStatus.IN_OPERATION);
    grant(crm, unit, suspended(crm.session().today(), "full"));
    crm.clock().advance(Duration.ofDays(10));
    Asset inRepair = step(crm, unit, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(5));
    Asset back = step(crm, inRepair, AssetStep.FINISH_REPAIR);
    assertThat(of(crm, unit).cover().suspendedDays()).isEqualTo(5);

    crm.session()
        .occurredAt(crm.clock().instant().minus(Duration.ofDays(7)))
        .get(Assets.class)
        .takeStep(TakeStep.of(back, AssetStep.STORE));

    assertThat(of(crm, unit).cover().suspendedDays()).isZero();
  }

  @OnEveryStorage
  void a_successor_goes_on_where_the_clock_stood_still(TestCrm crm) {
    Asset old = register(crm, AssetStatus.IN_OPERATION);
    LocalDate first = crm.session().today();
    grant(crm, old, suspended(first, "full"));
    crm.clock().advance(Duration.ofDays(360));
    Asset inRepair = step(crm, old, AssetStep.TAKE_INTO_REPAIR);
    Asset fresh = sibling(crm, old);
    Asset freshInRepair = step(crm, fresh, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(20));
    Asset ready = step(crm, freshInRepair, AssetStep.FINISH_REPAIR);
    LocalDate on = today(crm);

    Asset came =
        crm.get(AssetTransfers.class)
            .replace(
                ReplaceAsset.of(inRepair, ready)
                    .withWarranties(ReplaceAsset.Inherited.REST_OF_OLD));

    LocalDate end = first.plusMonths(12).plusDays(20);
    assertThat(of(crm, old).cover().endsOn()).isEqualTo(on);
    assertThat(of(crm, came).cover())
        .isEqualTo(new WarrantyCover(0, first, end, 20, new WarrantyCover.Carried(on, 20)));
    Asset broken = step(crm, came, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(2));
    step(crm, broken, AssetStep.FINISH_REPAIR);
    assertThat(of(crm, came).cover().endsOn()).isEqualTo(end.plusDays(2));
  }

  @OnEveryStorage
  void what_a_transfer_closed_is_not_opened_again_by_the_end_of_a_repair(TestCrm crm) {
    Asset unit = register(crm, AssetStatus.IN_OPERATION);
    grant(crm, unit, suspended(crm.session().today(), "full"));
    Asset inRepair = step(crm, unit, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(3));
    Asset theirs =
        crm.get(AssetTransfers.class)
            .transfer(
                TransferAsset.of(inRepair, Samples.customer(crm)).withCover(CoverOnTransfer.CLOSE));
    LocalDate on = today(crm);
    crm.clock().advance(Duration.ofDays(3));

    step(crm, theirs, AssetStep.FINISH_REPAIR);

    assertThat(of(crm, unit).cover().endsOn()).isEqualTo(on);
    Asset carried = register(crm, AssetStatus.IN_OPERATION);
    LocalDate first = today(crm);
    grant(crm, carried, suspended(first, "full"));
    Asset broken = step(crm, carried, AssetStep.TAKE_INTO_REPAIR);
    crm.clock().advance(Duration.ofDays(3));
    Asset moved =
        crm.get(AssetTransfers.class).transfer(TransferAsset.of(broken, Samples.customer(crm)));
    crm.clock().advance(Duration.ofDays(4));
    step(crm, moved, AssetStep.FINISH_REPAIR);
    assertThat(of(crm, carried).cover().suspendedDays()).as("one repair").isEqualTo(7);
  }

  private static WarrantyTerms suspended(LocalDate first, String kind) {
    return WarrantyTerms.from(first, kind, 12).suspendedWhileInRepair();
  }

  private static Warranty grant(TestCrm crm, Asset unit, WarrantyTerms terms) {
    return crm.get(Warranties.class).grant(new GrantWarranty(unit.id(), terms));
  }

  private static Warranty of(TestCrm crm, Asset unit) {
    List<Warranty> all = crm.get(Warranties.class).of(unit.id());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static Warranty warranty(TestCrm crm, Asset unit, String kind) {
    return crm.get(Warranties.class).of(unit.id()).stream()
        .filter(warranty -> warranty.terms().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> causes(TestCrm crm, Warranty warranty) {
    return crm.get(Warranties.class).history(warranty.id()).stream()
        .map(WarrantyFact::cause)
        .toList();
  }

  private static LocalDate today(TestCrm crm) {
    return crm.session().today();
  }

  private static Asset step(TestCrm crm, Asset unit, AssetStep step) {
    return crm.get(Assets.class).takeStep(TakeStep.of(unit, step));
  }

  private static void install(TestCrm crm, Asset unit, LocalDate on) {
    AssetId id = unit.id();
    crm.get(Assets.class)
        .takeStep(new TakeStep(id, unit.version(), AssetStep.INSTALL, Reach.UNIT, on));
  }

  private static RegisterAsset command(TestCrm crm, AssetStatus status) {
    RegisterAsset command =
        RegisterAsset.ofOurs(Samples.customer(crm), AssetIdentity.ofModel("M", "X"));
    return command.withLife(command.life().withStatus(status));
  }

  private static Asset register(TestCrm crm, AssetStatus status) {
    return crm.get(Assets.class).register(command(crm, status));
  }

  private static Asset sibling(TestCrm crm, Asset unit) {
    return crm.get(Assets.class)
        .register(RegisterAsset.ofOurs(unit.customer(), AssetIdentity.ofModel("M", "X")));
  }

  private static Asset shipped(TestCrm crm, LocalDate on) {
    RegisterAsset command = command(crm, AssetStatus.SHIPPED);
    return crm.get(Assets.class).register(command.withLife(command.life().withShippedOn(on)));
  }
}
