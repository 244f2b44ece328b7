package io.crmkit.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.Urgency;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.RequestEvent.Kind;
import io.crmkit.api.service.request.RequestReport;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestId;
import io.crmkit.api.service.request.ServiceRequestOpened;
import io.crmkit.api.service.request.Triage;
import io.crmkit.core.spi.rule.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRulesTest {

  private static final CustomerId CUSTOMER = new CustomerId(new UUID(1, 0));
  private static final Instant NOON = Instant.parse("2025-06-15T12:00:00Z");

  @Test
  void a_request_is_opened_new_on_the_first_line_with_the_priority_of_its_triage() {
    Decision.Accepted<ServiceRequest> opened =
        RequestRules.open(command(), facts(NOON, null)).orRefuse();
    assertThat(opened.state().state().status()).isEqualTo(RequestStatus.NEW);
    assertThat(opened.state().state().line()).isEqualTo(1);
    assertThat(opened.state().state().triage().priority()).isEqualTo(Priority.HIGH);
    assertThat(opened.state().log()).extracting(RequestEvent::kind).containsExactly(Kind.OPENED);
    assertThat(opened.events()).singleElement().isInstanceOf(ServiceRequestOpened.class);
  }

  @ParameterizedTest
  @CsvSource({
    "EXTENSIVE, IMMEDIATE, CRITICAL",
    "EXTENSIVE, HIGH, CRITICAL",
    "SIGNIFICANT, HIGH, HIGH",
    "MODERATE, IMMEDIATE, HIGH",
    "MODERATE, HIGH, MEDIUM",
    "EXTENSIVE, LOW, MEDIUM",
    "MODERATE, NORMAL, LOW",
    "MINOR, LOW, LOW"
  })
  void priority_follows_from_impact_and_urgency(Impact impact, Urgency urgency, Priority priority) {
    assertThat(Triage.of(impact, urgency).priority()).isEqualTo(priority);
  }

  @Test
  void the_usual_life_of_a_request_leaves_its_whole_story_in_the_log() {
    ServiceRequest request = opened();
    request = ok(RequestRules.assign(request, step("assign", Kind.ASSIGNED), "lily"));
    request = ok(RequestRules.move(request, step("start", Kind.STARTED)));
    request = ok(RequestRules.respond(request, step("respond", Kind.RESPONDED)));
    request = ok(RequestRules.pause(request, step("pause", Kind.PAUSED), WaitingReason.CUSTOMER));
    assertThat(request.state().waiting()).isEqualTo(WaitingReason.CUSTOMER);
    request = ok(RequestRules.move(request, step("resume", Kind.RESUMED)));
    assertThat(request.state().waiting()).isNull();
    request = ok(RequestRules.finish(request, step("resolve", Kind.RESOLVED), 0));
    request = ok(RequestRules.move(request, step("reopen", Kind.REOPENED)));
    request = ok(RequestRules.finish(request, step("resolve", Kind.RESOLVED), 0));
    request = ok(RequestRules.move(request, step("close", Kind.CLOSED)));
    assertThat(request.state().status()).isEqualTo(RequestStatus.CLOSED);
    assertThat(request.log())
        .extracting(RequestEvent::kind)
        .containsExactly(
            Kind.OPENED,
            Kind.ASSIGNED,
            Kind.STARTED,
            Kind.RESPONDED,
            Kind.PAUSED,
            Kind.RESUMED,
            Kind.RESOLVED,
            Kind.REOPENED,
            Kind.RESOLVED,
            Kind.CLOSED);
  }

  @Test
  void what_the_status_does_not_allow_is_refused() {
    assertThat(refused(RequestRules.move(opened(), step("close", Kind.CLOSED))))
        .containsExactly(ServiceReason.REQUEST_STATUS);
    ServiceRequest cancelled = ok(RequestRules.finish(opened(), step("cancel", Kind.CANCELLED), 0));
    assertThat(RequestStates.TABLE.triggers(cancelled.state().status())).isEmpty();
  }

  @Test
  void a_whole_is_not_done_before_its_parts() {
    assertThat(refused(RequestRules.finish(opened(), step("resolve", Kind.RESOLVED), 2)))
        .containsExactly(ServiceReason.REQUEST_PARTS_OPEN);
  }

  @Test
  void a_part_is_not_opened_of_what_is_done_or_unknown() {
    OpenRequest part =
        new OpenRequest(
            RequestSubject.of(CUSTOMER).partOf(new ServiceRequestId(new UUID(9, 9))),
            command().report(),
            Impact.MODERATE,
            Urgency.LOW);
    assertThat(refused(RequestRules.open(part, facts(NOON, null))))
        .containsExactly(ServiceReason.REQUEST_PARENT_UNKNOWN);
    ServiceRequest done = ok(RequestRules.finish(opened(), step("cancel", Kind.CANCELLED), 0));
    assertThat(refused(RequestRules.open(part, facts(NOON, done))))
        .containsExactly(ServiceReason.REQUEST_PARENT_DONE);
  }

  @Test
  void nothing_happens_before_what_is_in_the_log_or_in_the_future() {
    Step early = new Step("resolve", Kind.RESOLVED, stamp(NOON.minusSeconds(1), NOON), "");
    Step future = new Step("resolve", Kind.RESOLVED, stamp(NOON.plusSeconds(1), NOON), "");
    assertThat(refused(RequestRules.finish(opened(), early, 0)))
        .containsExactly(ServiceReason.REQUEST_OUT_OF_ORDER);
    assertThat(refused(RequestRules.finish(opened(), future, 0)))
        .containsExactly(ServiceReason.REQUEST_IN_FUTURE);
    assertThat(refused(RequestRules.open(command(), facts(NOON.plusSeconds(1), null))))
        .containsExactly(ServiceReason.REQUEST_IN_FUTURE);
  }

  @Test
  void only_the_first_answer_is_written_down() {
    ServiceRequest once = ok(RequestRules.respond(opened(), step("respond", Kind.RESPONDED)));
    assertThat(ok(RequestRules.respond(once, step("respond", Kind.RESPONDED)))).isSameAs(once);
  }

  @Test
  void escalation_goes_up_line_by_line_and_leaves_the_assignee_behind() {
    ServiceRequest request =
        ok(RequestRules.assign(opened(), step("assign", Kind.ASSIGNED), "lily"));
    request = ok(RequestRules.escalate(request, step("escalate", Kind.ESCALATED)));
    assertThat(request.state().line()).isEqualTo(2);
    assertThat(request.state().assignee()).isNull();
    assertThat(request.state().status()).isEqualTo(RequestStatus.NEW);
    request = ok(RequestRules.escalate(request, step("escalate", Kind.ESCALATED)));
    assertThat(refused(RequestRules.escalate(request, step("escalate", Kind.ESCALATED))))
        .containsExactly(ServiceReason.REQUEST_LAST_LINE);
  }

  @Test
  void a_judgement_or_a_check_that_comes_to_the_same_changes_nothing() {
    ServiceRequest request = opened();
    assertThat(
            ok(
                RequestRules.triage(
                    request, step("triage", Kind.PRIORITY_CHANGED), request.state().triage())))
        .isSameAs(request);
    assertThat(
            ok(
                RequestRules.renewCover(
                    request, step("renew-cover", Kind.COVER_CHANGED), request.cover())))
        .isSameAs(request);
    ServiceRequest lower =
        ok(
            RequestRules.triage(
                request,
                step("triage", Kind.PRIORITY_CHANGED),
                Triage.of(Impact.MINOR, Urgency.LOW)));
    assertThat(lower.log().get(1).priority()).isEqualTo(Priority.LOW);
  }

  @Test
  void one_third_party_at_a_time() {
    ServiceRequest request = opened();
    assertThat(
            refused(
                RequestRules.vendorFinished(
                    request, step("vendor-finished", Kind.VENDOR_FINISHED))))
        .containsExactly(ServiceReason.REQUEST_NO_VENDOR);
    ServiceRequest engaged =
        ok(RequestRules.engageVendor(request, step("engage-vendor", Kind.VENDOR_ENGAGED)));
    assertThat(
            refused(RequestRules.engageVendor(engaged, step("engage-vendor", Kind.VENDOR_ENGAGED))))
        .containsExactly(ServiceReason.REQUEST_VENDOR_BUSY);
    ok(RequestRules.vendorFinished(engaged, step("vendor-finished", Kind.VENDOR_FINISHED)));
  }

  private static ServiceRequest opened() {
    return ok(RequestRules.open(command(), facts(NOON, null)));
  }

  private static OpenRequest command() {
    return new OpenRequest(
        RequestSubject.of(CUSTOMER),
        RequestReport.incident("Pump leaks", ""),
        Impact.SIGNIFICANT,
        Urgency.HIGH);
  }

  private static OpenFacts facts(Instant at, ServiceRequest parent) {
    return new OpenFacts(
        new ServiceRequestId(new UUID(2, 0)), "SR-1", Cover.NONE, parent, stamp(at, NOON));
  }

  private static Step step(String trigger, Kind kind) {
    return new Step(trigger, kind, stamp(NOON, NOON), "");
  }

  private static RequestEvent.Stamp stamp(Instant occurred, Instant recorded) {
    return new RequestEvent.Stamp(occurred, recorded, "lily");
  }

  private static ServiceRequest ok(Decision<ServiceRequest> decision) {
    return decision.orRefuse().state();
  }

  private static List<ReasonCode> refused(Decision<ServiceRequest> decision) {
    assertThat(decision).isInstanceOf(Decision.Rejected.class);
    return ((Decision.Rejected<ServiceRequest>) decision)
        .reasons().stream().map(Reason::code).toList();
  }
}
