package io.crmkit.assets.entitlement;

import static io.crmkit.assets.Samples.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.entitlement.CarryOver;
import io.crmkit.api.entitlement.ConsumeEntitlement;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.Entitlement.Period;
import io.crmkit.api.entitlement.EntitlementChanged;
import io.crmkit.api.entitlement.EntitlementReason;
import io.crmkit.api.entitlement.EntitlementUnit;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.entitlement.GrantEntitlement;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.api.entitlement.LedgerEntry.Kind;
import io.crmkit.api.entitlement.ReleaseEntitlement;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What customers may draw on, on every storage. */
class EntitlementsContractTest {

  private static Period year(TestCrm crm) {
    LocalDate today = crm.session().today();
    return new Period(today.minusDays(30), today.plusDays(30));
  }

  private static Entitlement grant(TestCrm crm, GrantEntitlement command) {
    return crm.get(Entitlements.class).grant(command);
  }

  private static BigDecimal left(TestCrm crm, Entitlement entitlement) {
    return crm.get(Entitlements.class).get(entitlement.id()).balance().left();
  }

  private static List<ReasonCode> reasons(Runnable call) {
    return catchThrowableOfType(Refused.class, call::run).reasons().stream()
        .map(Reason::code)
        .toList();
  }

  @OnEveryStorage
  void what_is_consumed_and_released_is_in_the_ledger_and_in_the_balance(TestCrm crm) {
    CustomerId customer = customer(crm);
    Entitlements entitlements = crm.get(Entitlements.class);
    Entitlement hours =
        grant(crm, GrantEntitlement.of(customer, 10, EntitlementUnit.HOUR, year(crm)));

    LedgerEntry taken =
        entitlements
            .consume(
                ConsumeEntitlement.of(customer, 1, EntitlementUnit.HOUR)
                    .withQuantity(new BigDecimal("2.5")))
            .get(0);
    entitlements.release(new ReleaseEntitlement(taken.id(), BigDecimal.ONE));
    entitlements.release(new ReleaseEntitlement(taken.id(), null));

    assertThat(left(crm, hours)).isEqualByComparingTo("10");
    assertThat(entitlements.ledger(hours.id()))
        .extracting(LedgerEntry::kind)
        .containsExactly(Kind.GRANTED, Kind.CONSUMED, Kind.RELEASED, Kind.RELEASED);
    assertThat(reasons(() -> entitlements.release(new ReleaseEntitlement(taken.id(), null))))
        .containsExactly(EntitlementReason.RELEASED_ALREADY);
    assertThat(crm.events(EntitlementChanged.class)).hasSize(4);
  }

  @OnEveryStorage
  void the_timeline_tells_what_was_granted_and_drawn_the_latest_first(TestCrm crm) {
    CustomerId customer = customer(crm);
    Entitlements entitlements = crm.get(Entitlements.class);
    grant(crm, GrantEntitlement.of(customer, 10, EntitlementUnit.HOUR, year(crm)));
    grant(crm, GrantEntitlement.of(customer(crm), 5, EntitlementUnit.HOUR, year(crm)));
    crm.clock().advance(Duration.ofHours(1));
    List<LedgerEntry> taken =
        entitlements.consume(
            ConsumeEntitlement.of(customer, 1, EntitlementUnit.HOUR)
                .withQuantity(new BigDecimal("2.5")));
    crm.clock().advance(Duration.ofHours(1));
    entitlements.release(new ReleaseEntitlement(taken.get(0).id(), BigDecimal.ONE));

    assertThat(
            crm
                .get(CustomerViews.class)
                .timeline(TimelineQuestion.latest(customer))
                .entries()
                .stream()
                .filter(entry -> entry.module().equals("assets")))
        .extracting(entry -> entry.kind() + ": " + entry.text().en())
        .containsExactly(
            "entitlement-released: Entitlement: 1 hours released",
            "entitlement-consumed: Entitlement: 2.5 hours consumed",
            "entitlement-granted: Entitlement: 10 hours granted");
  }

  @OnEveryStorage
  void what_ends_first_is_drawn_on_first_and_all_of_it_or_nothing(TestCrm crm) {
    CustomerId customer = customer(crm);
    LocalDate today = crm.session().today();
    Entitlement later =
        grant(
            crm,
            GrantEntitlement.of(
                customer, 3, EntitlementUnit.VISIT, new Period(today, today.plusDays(60))));
    Entitlement sooner =
        grant(
            crm,
            GrantEntitlement.of(
                customer, 2, EntitlementUnit.VISIT, new Period(today, today.plusDays(5))));
    grant(
        crm,
        GrantEntitlement.of(
            customer, 9, EntitlementUnit.VISIT, new Period(today.plusDays(1), null)));
    Entitlements entitlements = crm.get(Entitlements.class);

    List<LedgerEntry> taken =
        entitlements.consume(ConsumeEntitlement.of(customer, 4, EntitlementUnit.VISIT));

    assertThat(taken).extracting(LedgerEntry::entitlement).containsExactly(sooner.id(), later.id());
    assertThat(left(crm, sooner)).isEqualByComparingTo("0");
    assertThat(left(crm, later)).isEqualByComparingTo("1");
    assertThat(
            reasons(
                () ->
                    entitlements.consume(
                        ConsumeEntitlement.of(customer, 2, EntitlementUnit.VISIT))))
        .containsExactly(EntitlementReason.NOT_ENOUGH_LEFT);
    assertThat(left(crm, later)).isEqualByComparingTo("1");
  }

  @OnEveryStorage
  void what_is_for_one_unit_serves_no_other(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset press = machine(crm, customer, "A");
    Asset other = machine(crm, customer, "B");
    Entitlement visits =
        grant(
            crm,
            GrantEntitlement.of(customer, 1, EntitlementUnit.VISIT, year(crm))
                .withAsset(press.id()));
    Entitlements entitlements = crm.get(Entitlements.class);
    ConsumeEntitlement one = ConsumeEntitlement.of(customer, 1, EntitlementUnit.VISIT);

    assertThat(reasons(() -> entitlements.consume(one)))
        .containsExactly(EntitlementReason.NOT_ENOUGH_LEFT);
    assertThat(reasons(() -> entitlements.consume(one.withAsset(other.id()))))
        .containsExactly(EntitlementReason.NOT_ENOUGH_LEFT);
    entitlements.consume(one.withAsset(press.id()));
    assertThat(left(crm, visits)).isEqualByComparingTo("0");
    assertThat(
            reasons(
                () ->
                    grant(
                        crm,
                        GrantEntitlement.of(customer(crm), 1, EntitlementUnit.VISIT, year(crm))
                            .withAsset(press.id()))))
        .containsExactly(EntitlementReason.UNIT_OF_ANOTHER_CUSTOMER);
  }

  private static Asset machine(TestCrm crm, CustomerId customer, String model) {
    return crm.get(Assets.class)
        .register(RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("M", model)));
  }

  @OnEveryStorage
  void what_is_drawn_late_must_have_been_left_ever_since(TestCrm crm) {
    CustomerId customer = customer(crm);
    Entitlement hours =
        grant(crm, GrantEntitlement.of(customer, 5, EntitlementUnit.HOUR, year(crm)));
    Instant granted = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(2));
    Instant between = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(2));
    Entitlements entitlements = crm.get(Entitlements.class);
    LedgerEntry taken =
        entitlements.consume(ConsumeEntitlement.of(customer, 4, EntitlementUnit.HOUR)).get(0);
    CrmSession late = crm.session().occurredAt(between);

    assertThat(
            reasons(
                () ->
                    late.get(Entitlements.class)
                        .consume(ConsumeEntitlement.of(customer, 2, EntitlementUnit.HOUR))))
        .containsExactly(EntitlementReason.NOT_ENOUGH_LEFT);
    crm.clock().advance(Duration.ofDays(1));
    entitlements.release(new ReleaseEntitlement(taken.id(), null));
    // Meanwhile there was one only.
    assertThat(
            reasons(
                () ->
                    late.get(Entitlements.class)
                        .consume(ConsumeEntitlement.of(customer, 2, EntitlementUnit.HOUR))))
        .containsExactly(EntitlementReason.NOT_ENOUGH_LEFT);
    late.get(Entitlements.class).consume(ConsumeEntitlement.of(customer, 1, EntitlementUnit.HOUR));
    assertThat(entitlements.leftAt(hours.id(), TwoTimes.at(between))).isEqualByComparingTo("4");
    assertThat(entitlements.leftAt(hours.id(), TwoTimes.at(between).asKnownOn(between)))
        .isEqualByComparingTo("5");
    assertThat(entitlements.leftAt(hours.id(), TwoTimes.at(granted.minusSeconds(1))))
        .isEqualByComparingTo("0");
  }

  @OnEveryStorage
  void at_the_end_what_is_left_goes_over_into_the_next_or_off(TestCrm crm) {
    CustomerId customer = customer(crm);
    LocalDate today = crm.session().today();
    LocalDate end = today.plusDays(10);
    Entitlement first =
        grant(
            crm,
            GrantEntitlement.of(customer, 8, EntitlementUnit.VISIT, new Period(today, end))
                .withCarryOver(CarryOver.INTO_THE_NEXT)
                .withCarryAtMost(new BigDecimal(5)));
    Entitlement next =
        grant(
            crm,
            GrantEntitlement.of(
                customer, 8, EntitlementUnit.VISIT, new Period(end, end.plusDays(10))));
    Entitlements entitlements = crm.get(Entitlements.class);
    LedgerEntry taken =
        entitlements.consume(ConsumeEntitlement.of(customer, 1, EntitlementUnit.VISIT)).get(0);
    crm.clock().advance(Duration.ofDays(9));
    crm.fireDue();
    assertThat(left(crm, first)).isEqualByComparingTo("7");

    crm.clock().advance(Duration.ofDays(2));
    crm.fireDue();
    crm.fireDue();

    assertThat(left(crm, first)).isEqualByComparingTo("0");
    assertThat(left(crm, next)).isEqualByComparingTo("13");
    assertThat(entitlements.ledger(first.id()))
        .extracting(LedgerEntry::kind)
        .containsExactly(Kind.GRANTED, Kind.CONSUMED, Kind.CARRIED_OUT, Kind.EXPIRED);
    entitlements.release(new ReleaseEntitlement(taken.id(), null));
    assertThat(left(crm, first)).isEqualByComparingTo("0");
    crm.clock().advance(Duration.ofDays(20));
    crm.fireDue();
    assertThat(left(crm, next)).isEqualByComparingTo("0");
  }

  @OnEveryStorage
  void nothing_is_lost_and_nothing_made_by_sixty_four_who_draw_at_once(TestCrm crm) {
    CustomerId customer = customer(crm);
    Entitlement some =
        grant(crm, GrantEntitlement.of(customer, 30, EntitlementUnit.SEAT, year(crm)));
    Entitlement more =
        grant(crm, GrantEntitlement.of(customer, 20, EntitlementUnit.SEAT, year(crm)));
    Entitlements entitlements = crm.get(Entitlements.class);

    Race<List<LedgerEntry>> race =
        Race.of(
            64,
            i -> entitlements.consume(ConsumeEntitlement.of(customer, 1, EntitlementUnit.SEAT)));

    assertThat(race.won()).hasSize(50);
    assertThat(race.lost()).hasSize(14).allMatch(Refused.class::isInstance);
    for (Entitlement one : List.of(some, more)) {
      Entitlement after = entitlements.get(one.id());
      assertThat(after.balance().left()).isEqualByComparingTo("0");
      assertThat(
              entitlements.ledger(one.id()).stream()
                  .map(LedgerEntry::signed)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(after.balance().left());
    }
  }

  @OnEveryStorage
  void bad_input_is_told_with_every_path(TestCrm crm) {
    CustomerId customer = customer(crm);
    LocalDate today = crm.session().today();

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () ->
                grant(
                    crm,
                    GrantEntitlement.of(customer, 0, EntitlementUnit.SEAT, new Period(today, today))
                        .withName(" ")
                        .withCarryAtMost(new BigDecimal("1.5"))))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .extracting(InvalidInput.Fault::path)
                    .containsExactlyInAnyOrder("name", "quantity", "carryAtMost", "period.to"));
  }
}
