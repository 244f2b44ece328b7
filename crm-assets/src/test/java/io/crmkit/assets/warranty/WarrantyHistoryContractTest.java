package io.crmkit.assets.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.CorrectWarranty;
import io.crmkit.api.asset.ExtendWarranty;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.Reach;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyChanged;
import io.crmkit.api.asset.WarrantyFact;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What is known of warranties' days, and what was known, on every storage. */
class WarrantyHistoryContractTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 31);

  @OnEveryStorage
  void a_correction_reckons_anew_and_leaves_what_was_known(TestCrm crm) {
    Warranties warranties = crm.get(Warranties.class);
    AssetId unit = shipped(crm).id();
    Instant before = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    Warranty granted =
        warranties.grant(new GrantWarranty(unit, WarrantyTerms.from(FIRST, "full", 1)));
    crm.clock().advance(Duration.ofDays(1));
    Warranty longer = warranties.extend(new ExtendWarranty(granted.id(), granted.version(), 1));
    Instant wrong = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    LocalDate right = LocalDate.of(2026, 2, 28);

    Warranty corrected =
        warranties.correct(new CorrectWarranty(longer.id(), longer.version(), right, "misread"));

    assertThat(corrected.cover().endsOn()).isEqualTo(LocalDate.of(2026, 4, 28));
    assertThat(warranties.coverOf(unit, FIRST, before)).isEmpty();
    // As known in between: from the wrong day, extended to 31 March.
    assertThat(warranties.coverOf(unit, FIRST, wrong)).hasSize(1);
    assertThat(warranties.coverOf(unit, LocalDate.of(2026, 3, 30), wrong))
        .extracting(w -> w.cover().endsOn())
        .containsExactly(LocalDate.of(2026, 3, 31));
    assertThat(warranties.coverOf(unit, LocalDate.of(2026, 3, 31), wrong)).isEmpty();
    Instant now = crm.clock().instant();
    assertThat(warranties.coverOf(unit, FIRST, now)).isEmpty();
    assertThat(warranties.coverOf(unit, LocalDate.of(2026, 4, 27), now)).hasSize(1);
    assertThat(warranties.history(granted.id()))
        .extracting(WarrantyFact::cause)
        .containsExactly("grant", "extend", "correct");
    assertThat(warranties.history(granted.id()).get(2).why()).isEqualTo("misread");
    assertThat(crm.events(WarrantyChanged.class))
        .last()
        .satisfies(changed -> assertThat(changed.cover()).isEqualTo(corrected.cover()));
  }

  @OnEveryStorage
  void what_waited_for_the_installation_has_a_history_too(TestCrm crm) {
    Warranties warranties = crm.get(Warranties.class);
    Asset unit = shipped(crm);
    Warranty waiting =
        warranties.grant(new GrantWarranty(unit.id(), WarrantyTerms.fromInstallation("parts", 12)));
    Instant waited = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    LocalDate on = LocalDate.of(2024, 2, 29);

    crm.get(Assets.class)
        .takeStep(new TakeStep(unit.id(), unit.version(), AssetStep.INSTALL, Reach.UNIT, on));

    assertThat(warranties.coverOf(unit.id(), on, waited)).isEmpty();
    assertThat(warranties.coverOf(unit.id(), on, crm.clock().instant())).hasSize(1);
    assertThat(warranties.history(waiting.id()))
        .extracting(WarrantyFact::cause)
        .containsExactly("grant", "begin");
  }

  @OnEveryStorage
  void a_correction_does_not_reach_into_another_of_its_kind(TestCrm crm) {
    Warranties warranties = crm.get(Warranties.class);
    AssetId unit = shipped(crm).id();
    warranties.grant(new GrantWarranty(unit, WarrantyTerms.from(FIRST, "full", 12)));
    Warranty next =
        warranties.grant(
            new GrantWarranty(unit, WarrantyTerms.from(FIRST.plusMonths(12), "full", 12)));

    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                warranties.correct(
                    new CorrectWarranty(
                        next.id(), next.version(), FIRST.plusMonths(12).minusDays(1), "misread")));
    Warranty moved =
        warranties.correct(
            new CorrectWarranty(
                next.id(), next.version(), FIRST.plusMonths(12).plusDays(1), "misread"));

    assertThat(refused.reasons())
        .extracting(Reason::code)
        .containsExactly(AssetReason.WARRANTY_KIND_TAKEN);
    assertThat(moved.cover().startsOn()).isEqualTo(FIRST.plusMonths(12).plusDays(1));
    assertThat(warranties.history(next.id())).hasSize(2);
  }

  @OnEveryStorage
  void a_correction_wants_a_reason_and_a_warranty_that_is_there(TestCrm crm) {
    Warranties warranties = crm.get(Warranties.class);
    WarrantyId unknown = new WarrantyId(crm.newId());

    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class,
            () -> warranties.correct(new CorrectWarranty(unknown, 1, FIRST, " ")));

    assertThat(invalid.getMessage()).contains("why");
    assertThatThrownBy(() -> warranties.correct(new CorrectWarranty(unknown, 1, FIRST, "misread")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> warranties.history(unknown)).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> warranties.coverOf(new AssetId(crm.newId()), FIRST, crm.clock().instant()))
        .isInstanceOf(NotFound.class);
  }

  private static Asset shipped(TestCrm crm) {
    RegisterAsset command =
        RegisterAsset.ofOurs(Samples.customer(crm), AssetIdentity.ofModel("M", "X"));
    return crm.get(Assets.class)
        .register(command.withLife(command.life().withStatus(AssetStatus.SHIPPED)));
  }
}
