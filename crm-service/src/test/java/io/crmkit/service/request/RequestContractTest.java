package io.crmkit.service.request;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.service.Impact;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.Urgency;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.DefineCalendar;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.request.AssignRequest;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.PauseRequest;
import io.crmkit.api.service.request.RequestReport;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.request.ServiceRequestChanged;
import io.crmkit.api.service.request.ServiceRequestOpened;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.service.request.TriageRequest;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ClockSegment;
import io.crmkit.api.service.sla.ClockSegment.Kind;
import io.crmkit.api.service.sla.ClockStatus;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@WithSetup(UnitBook.class)
class RequestContractTest {

  @OnEveryStorage
  void a_request_on_a_part_is_covered_by_the_contract_over_its_system(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract system = scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceContract machine = scene.active(CoverageItem.asset(scene.machine));
    scene.warranty(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1));

    ServiceRequest request = scene.opened();
    EntitlementAnswer answer = scene.requests().entitlement(request.id());

    assertThat(request.cover().contract()).isEqualTo(system.id());
    assertThat(request.cover().level()).isEqualTo(scene.gold.id());
    assertThat(answer.applying().orElseThrow().contract()).isEqualTo(system.id());
    assertThat(codes(answer, machine.number())).containsExactly("service.only-without-below");
    assertThat(codes(answer, "full (part 3)")).containsExactly("service.ended");
  }

  @OnEveryStorage
  void its_deadline_is_explained_interval_by_interval(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest request = scene.opened();
    crm.clock().set(Scene.at("12 14:30"));

    ClockReading resolution = clock(scene, request, SlaClock.RESOLUTION);

    assertThat(resolution.times().deadline()).isEqualTo(Scene.at("13 11:30"));
    assertThat(resolution.used()).isEqualTo(Duration.ofHours(2));
    assertThat(resolution.elapsed())
        .extracting(ClockSegment::kind)
        .containsExactly(Kind.COUNTED, Kind.OFF_HOURS, Kind.COUNTED);
    assertThat(request.state().due()).isEqualTo(Scene.at("12 14:30"));
  }

  @OnEveryStorage
  void it_is_paused_resolved_reopened_and_closed_and_the_clocks_follow(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest request = scene.opened();
    request = scene.requests().assign(new AssignRequest(RequestStep.of(request), "lily"));
    request = scene.requests().start(RequestStep.of(request));
    request = scene.requests().respond(RequestStep.of(request).saying("On my way"));
    crm.clock().set(Scene.at("12 12:00"));
    request =
        scene.requests().pause(new PauseRequest(RequestStep.of(request), WaitingReason.CUSTOMER));
    assertThat(clock(scene, request, SlaClock.RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
    crm.clock().set(Scene.at("13 09:00"));
    request = scene.requests().resume(RequestStep.of(request));
    crm.clock().set(Scene.at("13 10:00"));
    request = scene.requests().resolve(RequestStep.of(request).saying("Seal replaced"));
    assertThat(clock(scene, request, SlaClock.RESOLUTION).status()).isEqualTo(ClockStatus.MET);
    crm.clock().set(Scene.at("14 09:00"));
    request = scene.requests().reopen(RequestStep.of(request).saying("Leaks again"));

    ClockReading reopened = clock(scene, request, SlaClock.RESOLUTION);
    assertThat(reopened.status()).isEqualTo(ClockStatus.RUNNING);
    assertThat(reopened.used()).isEqualTo(Duration.ofHours(2));
    assertThat(reopened.times().deadline()).isEqualTo(Scene.at("14 16:30"));
    assertThat(reopened.elapsed())
        .extracting(ClockSegment::kind)
        .contains(Kind.WAITING, Kind.SOLVED);
    assertThat(clock(scene, request, SlaClock.RESPONSE).status()).isEqualTo(ClockStatus.MET);

    request = scene.requests().resolve(RequestStep.of(request));
    request = scene.requests().close(RequestStep.of(request));
    assertThat(request.state().status()).isEqualTo(RequestStatus.CLOSED);
    assertThat(request.state().due()).isNull();
    assertThat(scene.requests().get(request.id())).isEqualTo(request);
    assertThat(crm.events(ServiceRequestOpened.class)).hasSize(1);
    assertThat(crm.events(ServiceRequestChanged.class)).hasSize(9);
  }

  @OnEveryStorage
  void what_happened_earlier_counts_from_then(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequests late =
        crm.session().occurredAt(Scene.at("12 09:00")).get(ServiceRequests.class);
    ServiceRequest request = late.open(scene.aboutPart());
    assertThat(clock(scene, request, SlaClock.RESOLUTION).used()).isEqualTo(Duration.ofHours(2));
    assertThat(request.log().get(0).stamp().recordedAt()).isEqualTo(Scene.at("12 11:00"));
    assertRefused(
        () ->
            crm.session()
                .occurredAt(Scene.at("12 08:00"))
                .get(ServiceRequests.class)
                .resolve(RequestStep.of(request)),
        ServiceReason.REQUEST_OUT_OF_ORDER);
  }

  @OnEveryStorage
  void what_is_in_flight_keeps_the_definitions_it_began_with(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest request = scene.opened();
    scene.level(Duration.ofMinutes(30), Duration.ofHours(1));
    crm.get(BusinessCalendars.class)
        .define(
            new DefineCalendar(
                "office",
                "Office hours",
                Scene.OFFICE.withHoliday(LocalDate.of(2026, 1, 13), "feast")));
    assertThat(clock(scene, request, SlaClock.RESOLUTION).times().deadline())
        .isEqualTo(Scene.at("13 11:30"));

    ServiceRequest renewed = scene.requests().renewCover(RequestStep.of(request));

    assertThat(clock(scene, renewed, SlaClock.RESOLUTION).times().deadline())
        .isEqualTo(Scene.at("14 11:30"));
  }

  @OnEveryStorage
  void a_request_that_nothing_covers_is_opened_without_clocks_until_a_contract_is_active(
      TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract draft = scene.draft(CoverageItem.wholeCustomer());
    ServiceRequest request = scene.opened();
    assertThat(request.cover()).isEqualTo(Cover.NONE);
    assertThat(scene.requests().clocks(request.id())).isEmpty();
    scene.contracts().activate(ContractStep.of(draft));
    ServiceRequest covered = scene.requests().renewCover(RequestStep.of(request));
    assertThat(covered.cover().contract()).isEqualTo(draft.id());
    assertThat(scene.requests().clocks(covered.id())).hasSize(2);
    assertThat(scene.requests().renewCover(RequestStep.of(covered))).isEqualTo(covered);
  }

  @OnEveryStorage
  void a_warranty_covers_where_no_contract_does(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.warranty(LocalDate.of(2025, 6, 1), LocalDate.of(2027, 6, 1));
    ServiceRequest request = scene.opened();
    assertThat(request.cover().warranty()).isEqualTo("full (part 3)");
    assertThat(request.cover().contract()).isNull();
  }

  @OnEveryStorage
  void another_priority_moves_the_deadline(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest request = scene.opened();
    request =
        scene
            .requests()
            .triage(new TriageRequest(RequestStep.of(request), Impact.MINOR, Urgency.LOW));
    assertThat(clock(scene, request, SlaClock.RESOLUTION).target().budget())
        .isEqualTo(Duration.ofHours(40));
  }

  @OnEveryStorage
  void a_whole_is_not_done_before_its_parts(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest whole = scene.opened();
    ServiceRequest part = scene.requests().open(partOf(scene, whole));
    assertThat(scene.requests().parts(whole.id())).containsExactly(part);
    assertRefused(
        () -> scene.requests().resolve(RequestStep.of(whole)), ServiceReason.REQUEST_PARTS_OPEN);
    part = scene.requests().resolve(RequestStep.of(part));
    scene.requests().resolve(RequestStep.of(whole));
    RequestStep reopen = RequestStep.of(part);
    assertRefused(() -> scene.requests().reopen(reopen), ServiceReason.REQUEST_PARENT_DONE);
  }

  @OnEveryStorage
  void a_part_opened_while_the_whole_is_being_resolved_does_not_slip_through(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest whole = scene.opened();
    Race<ServiceRequest> race =
        Race.between(
            List.of(
                () -> scene.requests().resolve(RequestStep.of(whole)),
                () -> scene.requests().open(partOf(scene, whole))));
    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).allMatch(lost -> lost instanceof Refused || lost instanceof Conflict);
  }

  @OnEveryStorage
  void of_two_who_take_a_step_from_the_same_version_one_is_too_late(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest request = scene.opened();
    Race<ServiceRequest> race =
        Race.of(
            2,
            i -> scene.requests().assign(new AssignRequest(RequestStep.of(request), "agent-" + i)));
    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(1).allMatch(StaleVersion.class::isInstance);
  }

  @OnEveryStorage
  void the_same_key_opens_one_request(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest first =
        crm.session().once("call-1").get(ServiceRequests.class).open(scene.aboutPart());
    ServiceRequest again =
        crm.session().once("call-1").get(ServiceRequests.class).open(scene.aboutPart());
    assertThat(again).isEqualTo(first);
    assertThat(scene.requests().search(Query.everything()).items()).hasSize(1);
  }

  @OnEveryStorage
  void what_is_malformed_or_unknown_is_told(TestCrm crm) {
    Scene scene = Scene.in(crm);
    assertInvalid(
        () ->
            scene
                .requests()
                .open(
                    new OpenRequest(
                        RequestSubject.of(scene.customer).at(" "),
                        RequestReport.incident("", "x".repeat(100_001)),
                        Impact.MINOR,
                        Urgency.LOW)),
        "report.title",
        "report.description",
        "subject.site");
    assertRefused(
        () ->
            scene
                .requests()
                .open(
                    new OpenRequest(
                        RequestSubject.about(scene.customer, new AssetId(crm.newId())),
                        RequestReport.incident("?", ""),
                        Impact.MINOR,
                        Urgency.LOW)),
        ServiceReason.ASSET_UNKNOWN);
    ServiceRequest request = scene.opened();
    assertInvalid(() -> scene.requests().clocks(request.id(), Instant.MAX), "asOf");
    assertInvalid(
        () ->
            crm.session()
                .occurredAt(Instant.parse("0800-12-25T00:00:00Z"))
                .get(ServiceRequests.class)
                .open(scene.aboutPart()),
        "occurredAt");
  }

  @OnEveryStorage
  void what_is_due_first_comes_first(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest urgent = scene.opened();
    ServiceRequest leisurely =
        scene
            .requests()
            .open(
                new OpenRequest(
                    scene.aboutPart().subject(),
                    RequestReport.incident("A wish", ""),
                    Impact.MINOR,
                    Urgency.LOW));
    Query<ServiceRequest> due =
        Query.where(ServiceRequestAttributes.DUE.lessThan(Scene.at("31 00:00")))
            .orderBy(ServiceRequestAttributes.DUE.ascending());
    assertThat(scene.requests().search(due).items()).containsExactly(urgent, leisurely);
  }

  @OnEveryStorage
  void another_tenant_sees_nothing_of_it(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest request = scene.opened();
    ServiceRequests elsewhere = crm.otherTenant().get(ServiceRequests.class);
    assertThat(elsewhere.byNumber(request.number())).isEmpty();
    assertThatThrownBy(() -> elsewhere.get(request.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> elsewhere.clocks(request.id())).isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void a_rehearsal_gives_the_reasons_and_changes_nothing(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest request = scene.opened();
    assertThat(
            crm.session()
                .rehearse(
                    session -> session.get(ServiceRequests.class).close(RequestStep.of(request))))
        .extracting(reason -> reason.code().code())
        .containsExactly("service.request-status");
    assertThat(scene.requests().get(request.id())).isEqualTo(request);
  }

  private static OpenRequest partOf(Scene scene, ServiceRequest whole) {
    return new OpenRequest(
        RequestSubject.about(scene.customer, scene.part).partOf(whole.id()),
        RequestReport.incident("A part of it", ""),
        Impact.MODERATE,
        Urgency.NORMAL);
  }

  private static ClockReading clock(Scene scene, ServiceRequest request, SlaClock clock) {
    return scene.requests().clocks(request.id()).stream()
        .filter(reading -> reading.clock() == clock)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(EntitlementAnswer answer, String label) {
    return answer.candidates().stream()
        .filter(candidate -> candidate.label().equals(label))
        .map(Candidate::reasons)
        .findFirst()
        .orElseThrow()
        .stream()
        .map(reason -> reason.code().code())
        .toList();
  }
}
