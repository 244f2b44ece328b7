package io.crmkit.testkit.assertion;

import static io.crmkit.testkit.CrmAssertions.assertThat;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.service.contract.ContractLinks;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceContractAssertTest {

  private static final LocalDate START = LocalDate.parse("2026-01-01");
  private static final LocalDate END = LocalDate.parse("2027-01-01");
  private static final CustomerId CUSTOMER = new CustomerId(Failing.ONE);
  private static final ServiceLevelId LEVEL = new ServiceLevelId(Failing.ONE);
  private static final ServiceContractId OLD = new ServiceContractId(Failing.OTHER);

  private static ServiceContract contract() {
    return new ServiceContract(
        new ServiceContractId(Failing.ONE),
        1,
        "SC-1",
        CUSTOMER,
        ContractStatus.ACTIVE,
        ContractTerms.of(START, END, LEVEL).at(Failing.HUNDRED),
        new ContractLinks(OLD, OLD),
        List.of(CoverageItem.site("Hall 3")),
        CustomValues.none());
  }

  private static ServiceContract suspended() {
    return contract().withStatus(ContractStatus.SUSPENDED).withLinks(ContractLinks.NONE);
  }

  @Test
  void what_is_so_passes() {
    assertThat(contract())
        .is(ContractStatus.ACTIVE)
        .isNotInForceOn(START.minusDays(1))
        .isInForceOn(START)
        .isInForceOn(END.minusDays(1))
        .isNotInForceOn(END)
        .hasNumber("SC-1")
        .belongsTo(CUSTOMER)
        .costs(Failing.HUNDRED)
        .hasLevel(LEVEL)
        .covers(CoverageItem.site("Hall 3"))
        .renews(OLD)
        .isUnder(OLD);
    assertThat(suspended()).isNotInForceOn(START);
  }

  @Test
  void a_contract_that_is_not_in_force_or_is_fails_and_tells_how_it_stands() {
    Failing.says(
        "Expected the contract SC-1 to be in force on <2027-01-01> but it is in force and runs"
            + " from <2026-01-01> until before <2027-01-01>",
        () -> assertThat(contract()).isInForceOn(END));
    Failing.says(
        "Expected the contract SC-1 to be in force on <2026-01-01> but it is suspended and runs"
            + " from <2026-01-01> until before <2027-01-01>",
        () -> assertThat(suspended()).isInForceOn(START));
    Failing.says(
        "Expected the contract SC-1 not to be in force on <2026-01-01> but it is in force and runs"
            + " from <2026-01-01> until before <2027-01-01>",
        () -> assertThat(contract()).isNotInForceOn(START));
  }

  @Test
  void what_is_not_so_fails_and_tells_what_is() {
    Failing.says(
        "Expected the status <DRAFT> of the contract SC-1 but it is <ACTIVE>",
        () -> assertThat(contract()).is(ContractStatus.DRAFT));
    Failing.says(
        "Expected the number <SC-2> of the contract SC-1 but it is <SC-1>",
        () -> assertThat(contract()).hasNumber("SC-2"));
    Failing.says(
        "Expected the price <90.00 EUR> of the contract SC-1 but it is <100.00 EUR>",
        () -> assertThat(contract()).costs(Money.of("90", "EUR")));
    CustomerId other = new CustomerId(Failing.OTHER);
    Failing.says(
        "Expected the customer <" + other + "> of the contract SC-1 but it is <" + CUSTOMER + ">",
        () -> assertThat(contract()).belongsTo(other));
    ServiceLevelId gold = new ServiceLevelId(Failing.OTHER);
    Failing.says(
        "Expected the service level <" + gold + "> of the contract SC-1 but it is <" + LEVEL + ">",
        () -> assertThat(contract()).hasLevel(gold));
  }

  @Test
  void other_coverage_and_links_fail_and_are_told() {
    CoverageItem all = CoverageItem.wholeCustomer();
    Failing.says(
        "Expected the contract SC-1 to cover <"
            + all
            + "> but it covers ["
            + CoverageItem.site("Hall 3")
            + "]",
        () -> assertThat(contract()).covers(all));
    Failing.says(
        "Expected the renewed contract <" + OLD + "> of the contract SC-1 but it has none",
        () -> assertThat(suspended()).renews(OLD));
    Failing.says(
        "Expected the parent agreement <" + OLD + "> of the contract SC-1 but it has none",
        () -> assertThat(suspended()).isUnder(OLD));
  }
}
