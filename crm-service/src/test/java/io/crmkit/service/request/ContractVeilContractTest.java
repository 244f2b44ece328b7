package io.crmkit.service.request;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;

/** Whoever may not see a contract is covered by it all the same, but never told its id. */
@WithSetup(UnitBook.class)
class ContractVeilContractTest {

  private static final String DESK = "desk";

  /** Who answers the telephone may see no contracts; everybody else may. */
  private static CrmSession desk(TestCrm crm) {
    return desk(crm, Access.deny("contracts are not for the desk"));
  }

  private static CrmSession desk(TestCrm crm, Access toContracts) {
    crm.policy(
        request ->
            request.entity() == ServiceContract.class && request.actor().roles().contains(DESK)
                ? toContracts
                : Access.allow());
    return crm.session("lily", DESK);
  }

  private static void assertVeiled(ServiceRequest request, Scene scene) {
    assertThat(request.cover().contract()).isNull();
    assertThat(request.cover().level()).isEqualTo(scene.gold.id());
    assertThat(request.log()).allMatch(event -> event.cover().contract() == null);
  }

  @OnEveryStorage
  void every_answer_keeps_the_contract_from_who_may_not_see_it(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequests requests = desk(crm).get(ServiceRequests.class);

    ServiceRequest opened = requests.open(scene.aboutPart());
    ServiceRequest answered = requests.respond(RequestStep.of(opened));

    assertVeiled(opened, scene);
    assertVeiled(answered, scene);
    assertVeiled(requests.get(opened.id()), scene);
    assertVeiled(requests.byNumber(opened.number()).orElseThrow(), scene);
    assertThat(requests.search(Query.everything()).items())
        .singleElement()
        .satisfies(r -> assertVeiled(r, scene));
    assertThat(requests.clocks(opened.id())).hasSize(2);
    ServiceRequest whole = scene.requests().get(opened.id());
    assertThat(whole.cover().contract()).isEqualTo(contract.id());
    assertThat(whole.log().get(0).cover().contract()).isEqualTo(contract.id());
  }

  @OnEveryStorage
  void who_may_see_some_contracts_is_told_of_those(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract known = scene.active(CoverageItem.assetAndBelow(scene.machine));
    scene.active(CoverageItem.assetAndBelow(scene.system));
    CrmSession desk = desk(crm, Access.only(ServiceContractAttributes.NUMBER.eq(known.number())));
    ServiceRequests requests = desk.get(ServiceRequests.class);

    ServiceRequest onPart = requests.open(scene.aboutPart());
    ServiceRequest onSystem =
        requests.open(scene.about(RequestSubject.about(scene.customer, scene.system)));

    assertThat(onPart.cover().contract()).isEqualTo(known.id());
    assertVeiled(onSystem, scene);
    assertThat(requests.search(Query.everything()).items())
        .extracting(request -> request.cover().contract())
        .containsExactlyInAnyOrder(known.id(), null);
  }

  @OnEveryStorage
  void the_answer_to_a_repeated_key_keeps_it_too(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    CrmSession desk = desk(crm).once("call 17");

    ServiceRequest first = desk.get(ServiceRequests.class).open(scene.aboutPart());
    ServiceRequest again = desk.get(ServiceRequests.class).open(scene.aboutPart());

    assertThat(again).isEqualTo(first);
    assertVeiled(again, scene);
  }

  @OnEveryStorage
  void parts_and_renewed_covers_keep_it_too(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract draft = scene.draft(CoverageItem.assetAndBelow(scene.system));
    ServiceRequests requests = desk(crm).get(ServiceRequests.class);
    ServiceRequest whole = requests.open(scene.aboutPart());
    scene.contracts().activate(ContractStep.of(draft));

    ServiceRequest renewed = requests.renewCover(RequestStep.of(whole));
    ServiceRequest part =
        requests.open(
            scene.about(RequestSubject.about(scene.customer, scene.part).partOf(whole.id())));

    assertThat(renewed.log())
        .extracting(RequestEvent::kind)
        .contains(RequestEvent.Kind.COVER_CHANGED);
    assertVeiled(renewed, scene);
    assertVeiled(part, scene);
    assertThat(requests.parts(whole.id())).singleElement().satisfies(r -> assertVeiled(r, scene));
  }

  @OnEveryStorage
  void a_step_by_who_may_not_see_it_leaves_it_in_place(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest opened = scene.opened();
    ServiceRequests requests = desk(crm).get(ServiceRequests.class);

    requests.respond(RequestStep.of(requests.get(opened.id())));

    assertThat(scene.requests().get(opened.id()).cover().contract()).isEqualTo(contract.id());
    assertThat(scene.requests().get(opened.id()).log().get(0)).isEqualTo(opened.log().get(0));
  }

  @OnEveryStorage
  void the_audit_tells_that_the_contract_changed_but_not_which_it_is(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest opened = scene.opened();
    String id = contract.id().value().toString();
    CrmSession desk = desk(crm);

    var seen = crm.get(AuditLog.class).historyOf(opened.ref()).get(0).changes();
    var kept = desk.get(AuditLog.class).historyOf(opened.ref()).get(0).changes();

    assertThat(seen)
        .filteredOn(change -> id.equals(change.after()))
        .extracting(change -> change.path())
        .containsExactlyInAnyOrder("cover.contract", "log[0].cover.contract");
    assertThat(kept).hasSameSizeAs(seen).noneMatch(change -> id.equals(change.after()));
    assertThat(kept).extracting(change -> change.path()).contains("cover.contract");
  }

  @OnEveryStorage
  void requests_are_not_sorted_by_what_a_cursor_would_tell(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest opened = scene.opened();

    assertInvalid(
        () ->
            scene
                .requests()
                .search(
                    Query.<ServiceRequest>everything()
                        .orderBy(ServiceRequestAttributes.CONTRACT.ascending())),
        "orderBy[0]");
    assertThat(
            scene
                .requests()
                .search(Query.where(ServiceRequestAttributes.CONTRACT.in(List.of(contract.id()))))
                .items())
        .containsExactly(opened);
  }
}
