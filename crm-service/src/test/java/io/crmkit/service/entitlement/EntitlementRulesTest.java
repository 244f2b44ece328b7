package io.crmkit.service.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.AssetFacts.PassedOn;
import io.crmkit.api.asset.AssetFacts.WarrantyFact;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ContractLinks;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.entitlement.Candidate.Outcome;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.testkit.PlainWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntitlementRulesTest {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 15);
  private static final CustomerId CUSTOMER = new CustomerId(new UUID(1, 0));
  private static final CustomerId OTHER = new CustomerId(new UUID(1, 1));
  private static final AssetId PART = new AssetId(new UUID(2, 0));
  private static final AssetId MACHINE = new AssetId(new UUID(2, 1));
  private static final AssetId SYSTEM = new AssetId(new UUID(2, 2));
  private static final ProductId PRODUCT = new ProductId(new UUID(3, 0));
  private static final ServiceLevelId GOLD = new ServiceLevelId(new UUID(4, 0));
  private static final ServiceLevelId SILVER = new ServiceLevelId(new UUID(4, 1));

  private final List<ServiceContract> contracts = new ArrayList<>();
  private final List<WarrantyFact> warranties = new ArrayList<>();
  private final List<PassedOn> passedOn = new ArrayList<>();

  @Test
  void a_contract_over_a_system_covers_the_part_below_it_and_the_others_say_why_they_do_not() {
    contract("SC-SYSTEM", CoverageItem.assetAndBelow(SYSTEM));
    contract("SC-MACHINE", CoverageItem.asset(MACHINE));
    warranty(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));

    EntitlementAnswer answer = check();

    assertThat(answer.applying().orElseThrow().label()).isEqualTo("SC-SYSTEM");
    assertThat(codes(answer, "SC-SYSTEM"))
        .containsExactly("service.covers-from-above", "service.covers-in-time");
    assertThat(codes(answer, "SC-MACHINE")).containsExactly("service.only-without-below");
    assertThat(answer.candidates())
        .filteredOn(candidate -> candidate.label().equals("SC-MACHINE"))
        .flatExtracting(Candidate::reasons)
        .extracting(reason -> reason.message(Locale.ENGLISH))
        .containsExactly("It covers a unit that it is part of, but not what hangs below it");
    assertThat(codes(answer, "full (part 7)")).containsExactly("service.ended");
    assertThat(answer.candidates().get(0).reasons().get(0).message(Locale.ENGLISH))
        .isEqualTo("It covers system 1 and everything below it");
  }

  @Test
  void a_contract_of_who_passed_the_unit_on_covers_it_until_that_day_and_says_so() {
    contract("SC-OLD", CoverageItem.assetAndBelow(SYSTEM));
    contracts.set(0, contracts.get(0).withCustomer(OTHER));
    assertThat(check().applying()).as("somebody cares for it").isPresent();
    passedOn.add(new PassedOn(PART, OTHER, DAY));
    assertThat(check().applying()).as("another unit than the one named").isPresent();
    passedOn.set(0, new PassedOn(SYSTEM, OTHER, DAY.plusDays(1)));
    assertThat(check().applying()).as("not yet").isPresent();

    passedOn.set(0, new PassedOn(SYSTEM, OTHER, DAY));

    assertThat(codes(check(), "SC-OLD")).containsExactly("service.unit-passed-on");
    assertThat(check().candidates().get(0).reasons().get(0).message(Locale.ENGLISH))
        .isEqualTo(
            "The contract was made with another customer, from whom system 1 went on 2025-06-15");
    contracts.set(0, contracts.get(0).withCustomer(CUSTOMER));
    assertThat(check().applying()).as("its own").isPresent();
  }

  @Test
  void every_reason_against_is_told() {
    ServiceContract late =
        contract("SC-LATE", CoverageItem.site("Hall 9"))
            .withStatus(ContractStatus.SUSPENDED)
            .withCustomer(OTHER)
            .withTerms(ContractTerms.of(DAY.plusDays(1), DAY.plusDays(9), GOLD));
    contracts.set(0, late);
    assertThat(codes(check(), "SC-LATE"))
        .containsExactly(
            "service.suspended",
            "service.not-started",
            "service.other-customer",
            "service.other-things");
  }

  @Test
  void a_contract_comes_before_a_warranty_and_a_narrower_scope_before_a_wider_one() {
    contract("SC-ALL", CoverageItem.wholeCustomer());
    contract("SC-SITE", CoverageItem.site("Hall 1"));
    contract("SC-PRODUCT", CoverageItem.product(PRODUCT));
    contract("SC-SYSTEM", CoverageItem.assetAndBelow(SYSTEM));
    contract("SC-MACHINE", CoverageItem.assetAndBelow(MACHINE));
    contract("SC-UNIT", CoverageItem.asset(PART));
    warranty(DAY, DAY.plusDays(1));

    EntitlementAnswer answer = check();

    assertThat(answer.candidates())
        .extracting(Candidate::label)
        .containsExactly(
            "SC-UNIT",
            "SC-MACHINE",
            "SC-SYSTEM",
            "SC-PRODUCT",
            "SC-SITE",
            "SC-ALL",
            "full (part 7)");
    assertThat(answer.candidates())
        .extracting(Candidate::outcome)
        .containsOnlyOnce(Outcome.APPLIES)
        .endsWith(Outcome.COVERS_TOO);
    Candidate second = answer.candidates().get(1);
    assertThat(second.reasons())
        .contains(Reason.of(ServiceReason.OTHER_COMES_FIRST).with("other", "SC-UNIT"));
  }

  @Test
  void the_first_day_of_a_term_counts_and_the_day_it_ends_does_not() {
    contract("SC-FIRST", CoverageItem.asset(PART));
    contracts.set(0, contracts.get(0).withTerms(ContractTerms.of(DAY, DAY.plusDays(1), GOLD)));
    contract("SC-OVER", CoverageItem.asset(PART));
    contracts.set(1, contracts.get(1).withTerms(ContractTerms.of(DAY.minusDays(9), DAY, GOLD)));
    EntitlementAnswer answer = check();
    assertThat(answer.applying().orElseThrow().label()).isEqualTo("SC-FIRST");
    assertThat(codes(answer, "SC-OVER")).containsExactly("service.ended");
  }

  @Test
  void a_terminated_contract_still_covers_what_came_before_its_end() {
    contract("SC-OLD", CoverageItem.asset(PART));
    contracts.set(0, contracts.get(0).withStatus(ContractStatus.TERMINATED));
    assertThat(check().applying()).isPresent();
    contracts.set(0, contracts.get(0).withTerms(ContractTerms.of(DAY.minusDays(9), DAY, GOLD)));
    assertThat(codes(check(), "SC-OLD")).containsExactly("service.terminated");
  }

  @Test
  void a_draft_covers_nothing() {
    contract("SC-DRAFT", CoverageItem.wholeCustomer());
    contracts.set(0, contracts.get(0).withStatus(ContractStatus.DRAFT));
    assertThat(codes(check(), "SC-DRAFT")).containsExactly("service.not-yet-active");
  }

  @Test
  void an_item_can_have_a_service_level_of_its_own() {
    contract("SC-1", CoverageItem.asset(PART).at(SILVER));
    contract("SC-2", CoverageItem.assetAndBelow(MACHINE));
    EntitlementAnswer answer = check();
    assertThat(answer.applying().orElseThrow().level()).isEqualTo(SILVER);
    assertThat(answer.candidates().get(1).level()).isEqualTo(GOLD);
  }

  @Test
  void a_request_without_a_unit_is_not_covered_by_a_contract_over_units() {
    contract("SC-1", CoverageItem.assetAndBelow(SYSTEM));
    CoverageQuestion question = new CoverageQuestion(CUSTOMER, null, null, null, DAY);
    UnitFacts unknown =
        new UnitFacts(List.of(), Map.of(), null, CUSTOMER, List.of(), null, List.of());
    EntitlementAnswer answer = EntitlementRules.check(question, contracts, unknown);
    assertThat(codes(answer, "SC-1")).containsExactly("service.no-unit-named");
  }

  @Test
  void without_candidates_nothing_applies() {
    assertThat(check().candidates()).isEmpty();
    assertThat(check().applying()).isEmpty();
  }

  private EntitlementAnswer check() {
    CoverageQuestion question = new CoverageQuestion(CUSTOMER, PART, null, "Hall 1", DAY);
    UnitFacts unit =
        new UnitFacts(
            List.of(PART, MACHINE, SYSTEM),
            Map.of(PART, "part 7", SYSTEM, "system 1"),
            PRODUCT,
            CUSTOMER,
            warranties,
            null,
            passedOn);
    EntitlementAnswer answer = EntitlementRules.check(question, contracts, unit);
    answer.candidates().forEach(c -> c.reasons().forEach(PlainWords::assertPlain));
    return answer;
  }

  private ServiceContract contract(String number, CoverageItem item) {
    ServiceContract contract =
        new ServiceContract(
            new ServiceContractId(new UUID(5, contracts.size())),
            1,
            number,
            CUSTOMER,
            ContractStatus.ACTIVE,
            ContractTerms.of(DAY.minusYears(1), DAY.plusYears(1), GOLD),
            ContractLinks.NONE,
            List.of(item),
            CustomValues.none());
    contracts.add(contract);
    return contract;
  }

  private void warranty(LocalDate start, LocalDate end) {
    warranties.add(new WarrantyFact("full", start, end, "parts and labour"));
  }

  private static List<String> codes(EntitlementAnswer answer, String label) {
    return answer.candidates().stream()
        .filter(candidate -> candidate.label().equals(label))
        .findFirst()
        .orElseThrow()
        .reasons()
        .stream()
        .map(reason -> reason.code().code())
        .toList();
  }
}
