package io.crmkit.service.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;

@WithSetup(UnitBook.class)
class ContractViewContractTest {

  @OnEveryStorage
  void the_view_shows_the_contracts_in_force_today(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract inForce = scene.active(CoverageItem.wholeCustomer());
    scene.draft(CoverageItem.wholeCustomer());
    scene.contracts().suspend(ContractStep.of(scene.active(CoverageItem.wholeCustomer())));

    List<ViewSection> sections = new ContractView().sections(crm.session(), scene.customer);

    assertThat(sections.get(0).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.subject()).isEqualTo(inForce.ref());
              assertThat(line.text().en()).isEqualTo("SC-000001 until 2026-12-31");
            });
    crm.clock().set(Scene.at("01 00:00").plusSeconds(365L * 86_400));
    assertThat(new ContractView().sections(crm.session(), scene.customer).get(0).lines()).isEmpty();
  }

  @OnEveryStorage
  void the_timeline_tells_when_a_contract_begins(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.wholeCustomer());
    scene.draft(CoverageItem.wholeCustomer());

    List<TimelineEntry> entries =
        new ContractTimeline()
            .timeline(
                crm.session(),
                new TimelineSource.Span(
                    scene.customer, Scene.at("01 00:00"), Scene.at("31 00:00"), 10));

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("contract-started");
              assertThat(entry.occurredAt()).isEqualTo(Scene.at("01 00:00"));
              assertThat(entry.subject()).isEqualTo(contract.ref());
            });
  }
}
