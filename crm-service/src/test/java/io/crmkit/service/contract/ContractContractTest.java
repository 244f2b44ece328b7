package io.crmkit.service.contract;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.RenewServiceContract;
import io.crmkit.api.service.contract.ReviseServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.contract.ServiceContractStatusChanged;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.contract.TerminateServiceContract;
import io.crmkit.api.value.Money;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.LocalDate;
import java.util.List;

@WithSetup(UnitBook.class)
class ContractContractTest {

  @OnEveryStorage
  void a_contract_is_kept_as_it_was_drafted(TestCrm crm) {
    Scene scene = Scene.in(crm);
    List<CoverageItem> coverage =
        List.of(
            CoverageItem.assetAndBelow(scene.system).priced(Money.of("1200.50", "CNY")),
            CoverageItem.site("Hall 1").at(scene.gold.id()),
            CoverageItem.wholeCustomer());
    ContractTerms terms = scene.year2026().at(Money.of("9800", "CNY"));

    ServiceContract drafted =
        scene.contracts().draft(DraftServiceContract.of(scene.customer, terms, coverage));

    assertThat(drafted.number()).isEqualTo("SC-000001");
    assertThat(drafted.status()).isEqualTo(ContractStatus.DRAFT);
    assertThat(drafted.coverage()).isEqualTo(coverage);
    assertThat(drafted.terms()).isEqualTo(terms);
    assertThat(scene.contracts().get(drafted.id())).isEqualTo(drafted);
    assertThat(scene.contracts().byNumber("SC-000001")).contains(drafted);
  }

  @OnEveryStorage
  void the_same_key_drafts_one_contract(TestCrm crm) {
    Scene scene = Scene.in(crm);
    DraftServiceContract command =
        DraftServiceContract.of(
            scene.customer, scene.year2026(), List.of(CoverageItem.wholeCustomer()));
    ServiceContract first =
        crm.session().once("draft-1").get(ServiceContracts.class).draft(command);
    ServiceContract again =
        crm.session().once("draft-1").get(ServiceContracts.class).draft(command);
    assertThat(again).isEqualTo(first);
    assertThat(scene.contracts().byNumber("SC-000002")).isEmpty();
  }

  @OnEveryStorage
  void it_goes_through_its_life_and_tells_of_each_step(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.asset(scene.part));
    contract = scene.contracts().suspend(ContractStep.of(contract));
    contract = scene.contracts().resume(ContractStep.of(contract));
    LocalDate july = LocalDate.of(2026, 7, 1);
    contract =
        scene
            .contracts()
            .terminate(new TerminateServiceContract(contract.id(), contract.version(), july));
    assertThat(contract.status()).isEqualTo(ContractStatus.TERMINATED);
    assertThat(contract.terms().end()).isEqualTo(july);
    assertThat(crm.events(ServiceContractStatusChanged.class))
        .extracting(ServiceContractStatusChanged::to)
        .containsExactly(
            ContractStatus.DRAFT,
            ContractStatus.ACTIVE,
            ContractStatus.SUSPENDED,
            ContractStatus.ACTIVE,
            ContractStatus.TERMINATED);
  }

  @OnEveryStorage
  void a_draft_can_be_revised_and_nothing_else(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract draft = scene.draft(CoverageItem.asset(scene.part));
    List<CoverageItem> wider = List.of(CoverageItem.site("Hall 1"), CoverageItem.asset(scene.part));
    ServiceContract revised =
        scene
            .contracts()
            .revise(new ReviseServiceContract(draft.id(), draft.version(), draft.terms(), wider));
    assertThat(scene.contracts().get(draft.id()).coverage()).isEqualTo(wider);
    ServiceContract active = scene.contracts().activate(ContractStep.of(revised));
    assertRefused(
        () ->
            scene
                .contracts()
                .revise(
                    new ReviseServiceContract(
                        active.id(), active.version(), active.terms(), wider)),
        ServiceReason.CONTRACT_STATUS);
  }

  @OnEveryStorage
  void what_is_malformed_unknown_or_stale_is_told(TestCrm crm) {
    Scene scene = Scene.in(crm);
    CoverageItem all = CoverageItem.wholeCustomer();
    assertInvalid(
        () ->
            scene
                .contracts()
                .draft(
                    DraftServiceContract.of(
                            scene.customer,
                            scene.year2026().endingOn(LocalDate.MAX),
                            List.of(CoverageItem.site(" ")))
                        .numbered(" ")),
        "number",
        "terms.end",
        "coverage[0].site");
    assertRefused(
        () -> scene.draft(all, CoverageItem.asset(new AssetId(crm.newId()))),
        ServiceReason.ASSET_UNKNOWN);
    ServiceContract draft = scene.draft(all);
    scene.contracts().activate(ContractStep.of(draft));
    assertThatThrownBy(() -> scene.contracts().activate(ContractStep.of(draft)))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> scene.contracts().get(new ServiceContractId(crm.newId())))
        .isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void a_number_is_taken_once_and_the_count_goes_around_it(TestCrm crm) {
    Scene scene = Scene.in(crm);
    DraftServiceContract command =
        DraftServiceContract.of(
            scene.customer, scene.year2026(), List.of(CoverageItem.wholeCustomer()));
    scene.contracts().draft(command.numbered("SC-000001"));
    assertRefused(
        () -> scene.contracts().draft(command.numbered("SC-000001")),
        ServiceReason.CONTRACT_NUMBER_TAKEN);
    assertThat(scene.contracts().draft(command).number()).isEqualTo("SC-000002");
  }

  @OnEveryStorage
  void a_chain_of_renewals_has_no_gap_by_accident(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract first = scene.active(CoverageItem.assetAndBelow(scene.system));
    LocalDate end = first.terms().end();
    assertRefused(
        () ->
            scene
                .contracts()
                .renew(RenewServiceContract.seamless(first.id(), year(scene, end.plusDays(1)))),
        ServiceReason.CONTRACT_RENEWAL_GAP);
    ServiceContract second =
        scene.contracts().renew(RenewServiceContract.seamless(first.id(), year(scene, end)));
    assertRefused(
        () -> scene.contracts().renew(RenewServiceContract.seamless(first.id(), year(scene, end))),
        ServiceReason.CONTRACT_RENEWED_ALREADY);
    assertRefused(
        () ->
            scene
                .contracts()
                .terminate(
                    new TerminateServiceContract(
                        first.id(), first.version(), LocalDate.of(2026, 7, 1))),
        ServiceReason.CONTRACT_RENEWAL_JOINED);
    assertThat(scene.contracts().renewalChain(second.id())).containsExactly(first, second);
    assertThat(scene.contracts().renewalChain(first.id())).containsExactly(first, second);
  }

  @OnEveryStorage
  void of_two_renewals_at_once_one_is_refused(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract first = scene.active(CoverageItem.wholeCustomer());
    RenewServiceContract command =
        RenewServiceContract.seamless(first.id(), year(scene, first.terms().end()));
    Race<ServiceContract> race = Race.of(2, i -> scene.contracts().renew(command));
    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).allMatch(lost -> lost instanceof Refused || lost instanceof Conflict);
    assertThat(scene.contracts().renewalChain(first.id())).hasSize(2);
  }

  @OnEveryStorage
  void a_parent_agreement_is_of_the_same_customer(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract frame = scene.active(CoverageItem.wholeCustomer());
    DraftServiceContract command =
        DraftServiceContract.of(
            scene.customer, scene.year2026(), List.of(CoverageItem.asset(scene.part)));
    ServiceContract below = scene.contracts().draft(command.under(frame.id()));
    assertThat(below.links().parent()).isEqualTo(frame.id());
    assertRefused(
        () -> scene.contracts().draft(command.under(new ServiceContractId(crm.newId()))),
        ServiceReason.CONTRACT_PARENT_UNKNOWN);
  }

  @OnEveryStorage
  void another_tenant_sees_nothing_of_it(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.wholeCustomer());
    ServiceContracts elsewhere = crm.otherTenant().get(ServiceContracts.class);
    assertThat(elsewhere.byNumber(contract.number())).isEmpty();
    assertThatThrownBy(() -> elsewhere.get(contract.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> elsewhere.suspend(ContractStep.of(contract)))
        .isInstanceOf(NotFound.class);
  }

  private static ContractTerms year(Scene scene, LocalDate start) {
    return ContractTerms.of(start, start.plusYears(1), scene.gold.id());
  }
}
