package io.crmkit.service.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ContractLinks;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.RenewServiceContract;
import io.crmkit.api.service.contract.RenewServiceContract.Joint;
import io.crmkit.api.service.contract.ReviseServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRulesTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
  private static final ServiceLevelId GOLD = new ServiceLevelId(new UUID(0, 1));
  private static final ContractFacts.Known KNOWN =
      new ContractFacts.Known(Set.of(GOLD), Set.of(), Set.of(), Set.of());
  private static final AssetId UNIT = new AssetId(new UUID(0, 2));
  private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 3));

  @Test
  void a_contract_begins_as_a_draft() {
    DraftServiceContract command =
        DraftServiceContract.of(CUSTOMER, year(NEW_YEAR), List.of(CoverageItem.asset(UNIT)));
    ServiceContract drafted = accepted(ContractRules.draft(command, making(null)));
    assertThat(drafted.status()).isEqualTo(ContractStatus.DRAFT);
    assertThat(drafted.links()).isEqualTo(ContractLinks.NONE);
  }

  @Test
  void a_bad_draft_is_told_everything_that_is_wrong_with_it() {
    ContractTerms backwards =
        ContractTerms.of(NEW_YEAR, NEW_YEAR, new ServiceLevelId(new UUID(9, 9)));
    CoverageItem item = CoverageItem.asset(UNIT);
    DraftServiceContract command =
        DraftServiceContract.of(CUSTOMER, backwards, List.of(item, item.at(GOLD)))
            .under(new ServiceContractId(new UUID(8, 8)));
    assertThat(refused(ContractRules.draft(command, making(null))))
        .containsExactly(
            ServiceReason.CONTRACT_TERM_EMPTY,
            ServiceReason.CONTRACT_COVERAGE_TWICE,
            ServiceReason.LEVEL_UNKNOWN,
            ServiceReason.CONTRACT_PARENT_UNKNOWN);
    assertThat(
            refused(
                ContractRules.draft(
                    DraftServiceContract.of(CUSTOMER, year(NEW_YEAR), List.of()), making(null))))
        .containsExactly(ServiceReason.CONTRACT_COVERS_NOTHING);
  }

  @Test
  void a_parent_agreement_is_of_the_same_customer_and_not_terminated() {
    ServiceContract parent =
        contract(ContractStatus.TERMINATED).withCustomer(new CustomerId(new UUID(7, 7)));
    DraftServiceContract command =
        DraftServiceContract.of(CUSTOMER, year(NEW_YEAR), List.of(CoverageItem.asset(UNIT)))
            .under(parent.id());
    assertThat(refused(ContractRules.draft(command, making(parent))))
        .containsExactly(
            ServiceReason.CONTRACT_PARENT_TERMINATED, ServiceReason.CONTRACT_PARENT_OTHER_CUSTOMER);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT,      activate revise",
    "ACTIVE,     suspend terminate",
    "SUSPENDED,  resume terminate",
    "TERMINATED, ''"
  })
  void each_status_allows_its_steps_and_no_others(ContractStatus status, String steps) {
    assertThat(ContractStates.TABLE.triggers(status))
        .containsExactlyInAnyOrder(steps.isEmpty() ? new String[0] : steps.split(" "));
  }

  @Test
  void what_is_over_is_not_activated() {
    ServiceContract draft = contract(ContractStatus.DRAFT);
    assertThat(accepted(ContractRules.activate(draft, LocalDate.of(2025, 12, 31))).status())
        .isEqualTo(ContractStatus.ACTIVE);
    assertThat(refused(ContractRules.activate(draft, LocalDate.of(2026, 1, 1))))
        .containsExactly(ServiceReason.CONTRACT_OVER);
  }

  @Test
  void only_a_draft_is_revised() {
    ServiceContract active = contract(ContractStatus.ACTIVE);
    ReviseServiceContract command =
        new ReviseServiceContract(active.id(), 1, active.terms(), active.coverage());
    assertThat(refused(ContractRules.revise(active, command, KNOWN)))
        .containsExactly(ServiceReason.CONTRACT_STATUS);
  }

  @Test
  void termination_cuts_the_term() {
    LocalDate july = LocalDate.of(2025, 7, 1);
    ServiceContract ended =
        accepted(ContractRules.terminate(contract(ContractStatus.ACTIVE), july, null));
    assertThat(ended.status()).isEqualTo(ContractStatus.TERMINATED);
    assertThat(ended.terms().end()).isEqualTo(july);
    assertThat(
            refused(
                ContractRules.terminate(
                    contract(ContractStatus.ACTIVE), LocalDate.of(2026, 1, 2), null)))
        .containsExactly(ServiceReason.CONTRACT_END_OUTSIDE_TERM);
  }

  @Test
  void termination_does_not_open_a_gap_before_a_renewal_that_nobody_decided_on() {
    ServiceContract before = contract(ContractStatus.ACTIVE);
    ServiceContract renewal =
        contract(ContractStatus.ACTIVE).withTerms(year(before.terms().end())).withNumber("SC-2");
    assertThat(refused(ContractRules.terminate(before, LocalDate.of(2025, 7, 1), renewal)))
        .containsExactly(ServiceReason.CONTRACT_RENEWAL_JOINED);
    accepted(
        ContractRules.terminate(
            before, LocalDate.of(2025, 7, 1), renewal.withStatus(ContractStatus.TERMINATED)));
  }

  @Test
  void a_renewal_joins_the_end_of_what_it_renews() {
    ServiceContract before = contract(ContractStatus.ACTIVE);
    assertThat(refused(renewal(before, LocalDate.of(2026, 1, 2), Joint.SEAMLESS)))
        .containsExactly(ServiceReason.CONTRACT_RENEWAL_GAP);
    assertThat(refused(renewal(before, LocalDate.of(2025, 12, 31), Joint.SEAMLESS)))
        .containsExactly(ServiceReason.CONTRACT_RENEWAL_OVERLAP);
    ServiceContract renewed = accepted(renewal(before, LocalDate.of(2026, 1, 1), Joint.SEAMLESS));
    assertThat(renewed.links().predecessor()).isEqualTo(before.id());
    assertThat(renewed.coverage()).isEqualTo(before.coverage());
    assertThat(renewed.status()).isEqualTo(ContractStatus.DRAFT);
    accepted(renewal(before, LocalDate.of(2026, 3, 1), Joint.AS_GIVEN));
  }

  @Test
  void a_draft_is_not_renewed_and_nothing_is_renewed_twice() {
    ServiceContract draft = contract(ContractStatus.DRAFT);
    RenewServiceContract command =
        RenewServiceContract.seamless(draft.id(), year(LocalDate.of(2026, 1, 1)));
    assertThat(
            refused(
                ContractRules.renew(
                    draft, command, new ContractRules.RenewalFacts(making(null), draft))))
        .containsExactly(
            ServiceReason.CONTRACT_RENEWAL_OF_DRAFT, ServiceReason.CONTRACT_RENEWED_ALREADY);
  }

  private static Decision<ServiceContract> renewal(
      ServiceContract before, LocalDate start, Joint joint) {
    return ContractRules.renew(
        before,
        new RenewServiceContract(before.id(), null, year(start), joint),
        new ContractRules.RenewalFacts(making(null), null));
  }

  private static ServiceContract contract(ContractStatus status) {
    return new ServiceContract(
        new ServiceContractId(new UUID(1, 1)),
        1,
        "SC-1",
        CUSTOMER,
        status,
        year(NEW_YEAR),
        ContractLinks.NONE,
        List.of(CoverageItem.assetAndBelow(UNIT)),
        CustomValues.none());
  }

  private static ContractTerms year(LocalDate start) {
    return ContractTerms.of(start, start.plusYears(1), GOLD);
  }

  private static ContractFacts.Making making(ServiceContract parent) {
    return new ContractFacts.Making(new ServiceContractId(new UUID(1, 2)), "SC-2", parent, KNOWN);
  }

  private static ServiceContract accepted(Decision<ServiceContract> decision) {
    return decision.orRefuse().state();
  }

  private static List<ReasonCode> refused(Decision<ServiceContract> decision) {
    assertThat(decision).isInstanceOf(Decision.Rejected.class);
    return ((Decision.Rejected<ServiceContract>) decision)
        .reasons().stream().map(Reason::code).toList();
  }
}
