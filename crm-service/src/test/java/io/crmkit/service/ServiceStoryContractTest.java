package io.crmkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.view.CustomerView;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.Entitlements;
import io.crmkit.api.service.request.PauseRequest;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ClockStatus;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.ViewSection;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.LocalDate;
import java.util.List;

/** From a contract over a system to a request on a part that is closed, in every way to call. */
@WithSetup(UnitBook.class)
class ServiceStoryContractTest {

  @OnEveryStorage
  void the_story_told_call_by_call(TestCrm crm) {
    Scene scene = Scene.in(crm);
    assertEnd(scene, tell(scene, crm.session()));
  }

  @OnEveryStorage
  void the_story_told_in_one_transaction(TestCrm crm) {
    Scene scene = Scene.in(crm);
    assertEnd(scene, crm.session().transaction(session -> tell(scene, session)));
  }

  @OnEveryStorage
  void the_story_told_within_the_host_s_transaction(TestCrm crm) {
    Scene scene = Scene.in(crm);
    assertEnd(scene, crm.joined(session -> tell(scene, session)));
  }

  @OnEveryStorage
  void the_360_degree_view_and_the_timeline_show_it(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    scene.opened();

    CustomerView view = crm.get(CustomerViews.class).view(scene.customer);

    assertThat(view.missing()).isEmpty();
    assertThat(view.section("service", "open-requests").orElseThrow().lines()).hasSize(1);
    assertThat(view.section("service", "contracts").map(ViewSection::lines).orElseThrow())
        .hasSize(1);
    assertThat(view.timeline().entries())
        .filteredOn(entry -> entry.module().equals("service"))
        .extracting(TimelineEntry::kind)
        .containsOnlyOnce("request-opened");
  }

  @OnEveryStorage
  void who_may_not_see_contracts_is_covered_all_the_same_and_is_told_of_none(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    crm.policy(
        asked ->
            asked.entity() == ServiceContract.class && asked.operation() == Operation.READ
                ? Access.only(Criteria.not(Criteria.<ServiceContract>all()))
                : Access.allow());

    ServiceRequest request = scene.opened();

    assertThat(request.cover().contract()).isNull();
    assertThat(request.cover().level()).isEqualTo(scene.gold.id());
    assertThat(scene.requests().clocks(request.id())).hasSize(2);
    assertThat(
            crm.get(Entitlements.class)
                .check(
                    CoverageQuestion.about(scene.customer, scene.part, LocalDate.of(2026, 1, 12)))
                .candidates())
        .isEmpty();
  }

  private static ServiceRequest tell(Scene scene, CrmSession session) {
    ServiceContracts contracts = session.get(ServiceContracts.class);
    ServiceRequests requests = session.get(ServiceRequests.class);
    ServiceContract contract =
        contracts.draft(
            DraftServiceContract.of(
                scene.customer,
                scene.year2026(),
                List.of(CoverageItem.assetAndBelow(scene.system))));
    contracts.activate(ContractStep.of(contract));
    ServiceRequest request = requests.open(scene.aboutPart());
    request = requests.pause(new PauseRequest(RequestStep.of(request), WaitingReason.CUSTOMER));
    request = requests.resume(RequestStep.of(request));
    request = requests.resolve(RequestStep.of(request));
    request = requests.reopen(RequestStep.of(request));
    request = requests.resolve(RequestStep.of(request));
    return requests.close(RequestStep.of(request));
  }

  private static void assertEnd(Scene scene, ServiceRequest told) {
    ServiceRequest request = scene.requests().get(told.id());
    assertThat(request).isEqualTo(told);
    assertThat(request.state().status()).isEqualTo(RequestStatus.CLOSED);
    assertThat(request.log())
        .extracting(RequestEvent::kind)
        .containsExactly(
            RequestEvent.Kind.OPENED,
            RequestEvent.Kind.PAUSED,
            RequestEvent.Kind.RESUMED,
            RequestEvent.Kind.RESOLVED,
            RequestEvent.Kind.REOPENED,
            RequestEvent.Kind.RESOLVED,
            RequestEvent.Kind.CLOSED);
    assertThat(scene.requests().clocks(request.id()))
        .extracting(ClockReading::status)
        .containsExactly(ClockStatus.MET, ClockStatus.MET);
  }
}
