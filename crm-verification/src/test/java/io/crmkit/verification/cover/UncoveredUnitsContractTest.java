package io.crmkit.verification.cover;

import static io.crmkit.verification.cover.CoverLab.active;
import static io.crmkit.verification.cover.CoverLab.check;
import static io.crmkit.verification.cover.CoverLab.customer;
import static io.crmkit.verification.cover.CoverLab.level;
import static io.crmkit.verification.cover.CoverLab.machine;
import static io.crmkit.verification.cover.CoverLab.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetCriteria;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.entitlement.Entitlements;
import io.crmkit.api.service.entitlement.UncoveredQuestion;
import io.crmkit.api.service.entitlement.UncoveredQuestion.Lacking;
import io.crmkit.api.service.entitlement.UncoveredUnit;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Units that nothing covers, and what a contract covers once its unit has gone, on every storage.
 */
class UncoveredUnitsContractTest {

  private static final int CUSTOMERS = 4;

  @OnEveryStorage
  void the_list_of_uncovered_units_is_what_single_checks_say(TestCrm crm) {
    Random random = new Random(crm.random().nextLong());
    ServiceLevel level = level(crm);
    Product pump = product(crm);
    List<CustomerId> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(customer(crm, "Works " + i));
    }
    List<Asset> units = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      units.add(unit(crm, customers.get(random.nextInt(CUSTOMERS)), units, pump, random));
    }
    LocalDate today = crm.session().today();
    for (int i = 0; i < 12; i++) {
      contract(crm, level, coverage(units, pump, random), customers, random);
    }
    for (int i = 0; i < 8; i++) {
      Asset some = units.get(random.nextInt(units.size()));
      LocalDate from = today.plusDays(random.nextInt(40) - 20L);
      crm.get(Warranties.class)
          .grant(new GrantWarranty(some.id(), WarrantyTerms.from(from, "full " + i, 1)));
    }
    crm.clock().advance(Duration.ofDays(3));
    move(crm, units, customers, random);

    int found = 0;
    for (Lacking lacking : Lacking.values()) {
      for (int days : new int[] {-2, 0, 15}) {
        LocalDate day = crm.session().today().plusDays(days);
        UncoveredQuestion question = new UncoveredQuestion(null, day, lacking, null, 7);
        assertThat(all(crm, question)).isEqualTo(oneByOne(crm, question));
        for (CustomerId customer : customers) {
          UncoveredQuestion theirs = question.withCustomer(customer);
          assertThat(all(crm, theirs)).isEqualTo(oneByOne(crm, theirs));
          found += all(crm, theirs).size();
        }
      }
    }
    assertThat(found).isPositive();
  }

  @OnEveryStorage
  void a_page_costs_as_many_statements_however_many_units_it_looks_at(TestCrm crm) {
    CustomerId customer = customer(crm, "Works");
    Product pump = product(crm);
    ServiceLevel level = level(crm);
    List<Asset> units = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      units.add(unit(crm, customer, units, pump, new Random(i)));
    }
    active(crm, level, customer, CoverageItem.asset(units.get(0).id()));
    UncoveredQuestion question =
        UncoveredQuestion.withoutContract(crm.session().today()).withCustomer(customer);
    Entitlements entitlements = crm.get(Entitlements.class);
    entitlements.uncovered(question);

    int few = crm.sent(() -> entitlements.uncovered(question.withLimit(1))).size();
    int many = crm.sent(() -> entitlements.uncovered(question)).size();

    assertThat(many).isEqualTo(few);
    assertThat(entitlements.uncovered(question).items()).hasSize(5);
    assertThatThrownBy(() -> entitlements.uncovered(question.withLimit(0)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () -> entitlements.uncovered(question.withCustomer(new CustomerId(crm.newId()))))
        .isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void a_contract_of_the_one_who_had_the_unit_does_not_cover_the_one_who_has_it(TestCrm crm) {
    CustomerId seller = customer(crm, "Seller");
    CustomerId buyer = customer(crm, "Buyer");
    ServiceLevel level = level(crm);
    Asset press = machine(crm, seller);
    Asset fan =
        crm.get(Assets.class)
            .register(
                RegisterAsset.ofOurs(seller, AssetIdentity.ofModel("M", "Fan"))
                    .withPlacement(Placement.within(press.id(), UnitRole.PART)));
    ServiceContract contract = active(crm, level, seller, CoverageItem.assetAndBelow(press.id()));
    ServiceContract carer =
        active(crm, level, customer(crm, "Maintainer"), CoverageItem.asset(fan.id()));
    LocalDate before = crm.session().today();
    crm.clock().advance(Duration.ofDays(2));
    Asset theirs = crm.get(AssetTransfers.class).transfer(TransferAsset.of(press, buyer));
    LocalDate on = crm.session().today();

    EntitlementAnswer answer = check(crm, buyer, press.id(), on);
    EntitlementAnswer ofPart = check(crm, buyer, fan.id(), on);

    assertThat(answer.applying()).isEmpty();
    assertThat(answer.candidates())
        .singleElement()
        .satisfies(
            candidate -> {
              assertThat(candidate.contract()).isEqualTo(contract.id());
              assertThat(candidate.reasons())
                  .extracting(Reason::code)
                  .containsExactly(ServiceReason.UNIT_PASSED_ON);
            });
    assertThat(ofPart.applying().map(Candidate::contract))
        .as("whoever cares for it goes on")
        .contains(carer.id());
    assertThat(check(crm, seller, press.id(), before).applying()).as("before it went").isPresent();
    assertThat(check(crm, seller, press.id(), on).applying()).isEmpty();
    crm.clock().advance(Duration.ofDays(2));
    crm.get(AssetTransfers.class).transfer(TransferAsset.of(theirs, seller));
    assertThat(check(crm, seller, press.id(), crm.session().today()).applying())
        .as("it came back")
        .isPresent();
  }

  @OnEveryStorage
  void a_unit_on_loan_stays_under_the_contract_of_the_one_who_lends_it(TestCrm crm) {
    CustomerId lender = customer(crm, "Lender");
    CustomerId borrower = customer(crm, "Borrower");
    Asset spare =
        crm.get(Assets.class).takeStep(TakeStep.of(machine(crm, lender), AssetStep.STORE));
    active(crm, level(crm), lender, CoverageItem.asset(spare.id()));
    crm.clock().advance(Duration.ofDays(1));

    crm.get(AssetTransfers.class).lend(LendAsset.of(spare, borrower));

    assertThat(check(crm, borrower, spare.id(), crm.session().today()).applying()).isPresent();
  }

  // --- single checks

  private static List<AssetId> oneByOne(TestCrm crm, UncoveredQuestion question) {
    List<AssetId> uncovered = new ArrayList<>();
    for (Asset unit :
        crm.get(Assets.class).search(Query.where(AssetCriteria.installedBase())).items()) {
      CustomerId asked = question.customer();
      if (asked != null && !asked.equals(unit.customer())) {
        continue;
      }
      EntitlementAnswer answer =
          crm.get(Entitlements.class)
              .check(
                  new CoverageQuestion(
                      unit.customer(), unit.id(), null, unit.placement().site(), question.on()));
      boolean covered =
          answer.candidates().stream()
              .filter(c -> c.outcome() != Candidate.Outcome.DOES_NOT_COVER)
              .anyMatch(
                  c ->
                      c.kind() == Candidate.Kind.CONTRACT
                          || question.lacking() == Lacking.CONTRACT_AND_WARRANTY);
      if (!covered) {
        uncovered.add(unit.id());
      }
    }
    return sorted(uncovered);
  }

  private static List<AssetId> all(TestCrm crm, UncoveredQuestion question) {
    List<AssetId> uncovered = new ArrayList<>();
    @Nullable String after = null;
    do {
      Page<UncoveredUnit> page = crm.get(Entitlements.class).uncovered(question.withAfter(after));
      page.items().forEach(unit -> uncovered.add(unit.asset()));
      after = page.next();
    } while (after != null);
    return sorted(uncovered);
  }

  private static List<AssetId> sorted(List<AssetId> ids) {
    return ids.stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
  }

  // --- the scene

  private static Asset unit(
      TestCrm crm, CustomerId customer, List<Asset> others, Product pump, Random random) {
    List<Asset> theirs =
        others.stream().filter(other -> other.customer().equals(customer)).toList();
    Placement placement =
        theirs.isEmpty() || random.nextBoolean()
            ? Placement.standingAlone(UnitRole.MACHINE)
            : Placement.within(theirs.get(random.nextInt(theirs.size())).id(), UnitRole.PART);
    RegisterAsset command =
        RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("M", "X"))
            .withPlacement(
                placement.withSite(random.nextInt(3) == 0 ? "Hall " + random.nextInt(2) : null));
    if (random.nextInt(4) == 0) {
      command = command.withIdentity(command.identity().withProduct(pump.id()));
    }
    return crm.get(Assets.class).register(command);
  }

  private static CoverageItem coverage(List<Asset> units, Product pump, Random random) {
    AssetId unit = units.get(random.nextInt(units.size())).id();
    return switch (random.nextInt(8)) {
      case 0 -> CoverageItem.wholeCustomer();
      case 1 -> CoverageItem.product(pump.id());
      case 2 -> CoverageItem.site("Hall 1");
      case 3, 4, 5 -> CoverageItem.assetAndBelow(unit);
      default -> CoverageItem.asset(unit);
    };
  }

  private static void contract(
      TestCrm crm,
      ServiceLevel level,
      CoverageItem item,
      List<CustomerId> customers,
      Random random) {
    // The last customer has none of its own, so that something stays uncovered.
    CustomerId customer = customers.get(random.nextInt(CUSTOMERS - 1));
    LocalDate start = crm.session().today().minusDays(random.nextInt(10));
    ServiceContract draft =
        crm.get(ServiceContracts.class)
            .draft(
                DraftServiceContract.of(
                    customer,
                    ContractTerms.of(start, start.plusDays(10 + random.nextInt(40)), level.id()),
                    List.of(item)));
    if (random.nextInt(5) > 0) {
      crm.get(ServiceContracts.class).activate(ContractStep.of(draft));
    }
  }

  /** Some units go to other customers, on loan, or away. */
  private static void move(
      TestCrm crm, List<Asset> units, List<CustomerId> customers, Random random) {
    for (int i = 0; i < 6; i++) {
      Asset unit = crm.get(Assets.class).get(units.get(random.nextInt(units.size())).id());
      CustomerId to = customers.get(random.nextInt(CUSTOMERS));
      boolean inside = unit.life().status().inInstalledBase();
      boolean leaf = crm.get(Assets.class).children(unit.id()).isEmpty();
      if (inside && leaf && random.nextInt(3) == 0) {
        crm.get(Assets.class).takeStep(TakeStep.of(unit, AssetStep.RETIRE));
      } else if (inside && !to.equals(unit.customer())) {
        crm.get(AssetTransfers.class).transfer(TransferAsset.of(unit, to));
      }
    }
  }
}
