package io.crmkit.service.request;

import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.RequestState;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestChanged;
import io.crmkit.api.service.request.ServiceRequestOpened;
import io.crmkit.api.service.request.Triage;
import io.crmkit.core.spi.rule.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may be done with a service request, as pure functions. */
final class RequestRules {

  private static final int FIRST_LINE = 1;
  private static final int LAST_LINE = 3;

  private RequestRules() {}

  static Decision<ServiceRequest> open(OpenRequest command, OpenFacts facts) {
    List<Reason> reasons = new ArrayList<>();
    if (facts.stamp().occurredAt().isAfter(facts.stamp().recordedAt())) {
      reasons.add(inFuture(facts.stamp().occurredAt()));
    }
    reasons.addAll(parentReasons(command, facts.parent()));
    Triage triage = Triage.of(command.impact(), command.urgency());
    RequestEvent opened =
        new RequestEvent(
            RequestEvent.Kind.OPENED, facts.stamp(), triage.priority(), null, facts.cover(), "");
    ServiceRequest request =
        new ServiceRequest(
            facts.id(),
            0,
            facts.number(),
            command.subject(),
            command.report(),
            new RequestState(RequestStates.TABLE.start(), null, triage, FIRST_LINE, null, null),
            facts.cover(),
            List.of(opened),
            CustomValues.none());
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(
                request,
                new ServiceRequestOpened(
                    request.id(),
                    request.subject().customer(),
                    request.number(),
                    triage.priority())));
  }

  /** Steps that change nothing but the status: start, resume, close. */
  static Decision<ServiceRequest> move(ServiceRequest before, Step step) {
    return take(before, step, List.of(), state -> state.withWaiting(null));
  }

  /**
   * A part is not open again while its whole is done.
   *
   * @param parent the request that it is a part of, or null
   */
  static Decision<ServiceRequest> reopen(
      ServiceRequest before, Step step, @Nullable ServiceRequest parent) {
    List<Reason> reasons = parent == null ? List.of() : doneReasons(parent);
    return take(before, step, reasons, state -> state.withWaiting(null));
  }

  static Decision<ServiceRequest> assign(ServiceRequest before, Step step, String assignee) {
    return take(before, step, List.of(), state -> state.withAssignee(assignee));
  }

  /** Only the first answer counts; saying it again changes nothing. */
  static Decision<ServiceRequest> respond(ServiceRequest before, Step step) {
    return happened(before, RequestEvent.Kind.RESPONDED)
        ? Decision.accept(before)
        : take(before, step, List.of(), UnaryOperator.identity());
  }

  static Decision<ServiceRequest> pause(ServiceRequest before, Step step, WaitingReason reason) {
    RequestEvent event =
        new RequestEvent(step.kind(), step.stamp(), null, reason, Cover.NONE, step.note());
    return take(before, step, List.of(), state -> state.withWaiting(reason), event);
  }

  /**
   * Resolving or cancelling: a whole is not done before its parts are.
   *
   * @param openParts how many parts are still open
   */
  static Decision<ServiceRequest> finish(ServiceRequest before, Step step, long openParts) {
    List<Reason> reasons =
        openParts == 0
            ? List.of()
            : List.of(Reason.of(ServiceReason.REQUEST_PARTS_OPEN).with("count", openParts));
    return take(before, step, reasons, state -> state.withWaiting(null));
  }

  /** A judgement that comes to the same changes nothing. */
  static Decision<ServiceRequest> triage(ServiceRequest before, Step step, Triage triage) {
    if (before.state().triage().equals(triage)) {
      return Decision.accept(before);
    }
    Priority priority = triage.priority();
    RequestEvent event =
        new RequestEvent(step.kind(), step.stamp(), priority, null, Cover.NONE, step.note());
    return take(before, step, List.of(), state -> state.withTriage(triage), event);
  }

  static Decision<ServiceRequest> escalate(ServiceRequest before, Step step) {
    int line = before.state().line();
    List<Reason> reasons =
        line < LAST_LINE
            ? List.of()
            : List.of(Reason.of(ServiceReason.REQUEST_LAST_LINE).with("line", line));
    return take(before, step, reasons, state -> state.withLine(line + 1).withAssignee(null));
  }

  static Decision<ServiceRequest> engageVendor(ServiceRequest before, Step step) {
    List<Reason> reasons =
        vendorAtWork(before) ? List.of(Reason.of(ServiceReason.REQUEST_VENDOR_BUSY)) : List.of();
    return take(before, step, reasons, UnaryOperator.identity());
  }

  static Decision<ServiceRequest> vendorFinished(ServiceRequest before, Step step) {
    List<Reason> reasons =
        vendorAtWork(before) ? List.of() : List.of(Reason.of(ServiceReason.REQUEST_NO_VENDOR));
    return take(before, step, reasons, UnaryOperator.identity());
  }

  /** A check that finds the same changes nothing. */
  static Decision<ServiceRequest> renewCover(ServiceRequest before, Step step, Cover cover) {
    if (before.cover().equals(cover)) {
      return Decision.accept(before);
    }
    RequestEvent event =
        new RequestEvent(step.kind(), step.stamp(), null, null, cover, step.note());
    Decision<ServiceRequest> taken = take(before, step, List.of(), UnaryOperator.identity(), event);
    return taken instanceof Decision.Accepted<ServiceRequest> accepted
        ? new Decision.Accepted<>(accepted.state().withCover(cover), accepted.events())
        : taken;
  }

  private static Decision<ServiceRequest> take(
      ServiceRequest before, Step step, List<Reason> more, UnaryOperator<RequestState> change) {
    RequestEvent event =
        new RequestEvent(step.kind(), step.stamp(), null, null, Cover.NONE, step.note());
    return take(before, step, more, change, event);
  }

  private static Decision<ServiceRequest> take(
      ServiceRequest before,
      Step step,
      List<Reason> more,
      UnaryOperator<RequestState> change,
      RequestEvent event) {
    List<Reason> reasons = new ArrayList<>(stepReasons(before, step));
    reasons.addAll(more);
    return Decision.unless(
        reasons,
        () -> {
          RequestStatus status =
              RequestStates.TABLE.next(before.state().status(), step.trigger()).orElseThrow();
          List<RequestEvent> log = new ArrayList<>(before.log());
          log.add(event);
          return Decision.accept(
              before.withState(change.apply(before.state()).withStatus(status)).withLog(log),
              new ServiceRequestChanged(
                  before.id(), before.subject().customer(), step.kind(), status));
        });
  }

  private static List<Reason> stepReasons(ServiceRequest before, Step step) {
    List<Reason> reasons = new ArrayList<>();
    RequestStatus status = before.state().status();
    if (RequestStates.TABLE.next(status, step.trigger()).isEmpty()) {
      reasons.add(
          Reason.of(ServiceReason.REQUEST_STATUS)
              .with("status", status)
              .with("step", step.trigger(), RequestStates.word(step.trigger())));
    }
    Instant last = before.log().get(before.log().size() - 1).stamp().occurredAt();
    if (step.at().isBefore(last)) {
      reasons.add(
          Reason.of(ServiceReason.REQUEST_OUT_OF_ORDER).with("at", step.at()).with("last", last));
    }
    if (step.at().isAfter(step.stamp().recordedAt())) {
      reasons.add(inFuture(step.at()));
    }
    return reasons;
  }

  private static Reason inFuture(Instant at) {
    return Reason.of(ServiceReason.REQUEST_IN_FUTURE).with("at", at);
  }

  private static List<Reason> parentReasons(OpenRequest command, @Nullable ServiceRequest parent) {
    if (command.subject().parent() == null) {
      return List.of();
    }
    if (parent == null) {
      return List.of(Reason.of(ServiceReason.REQUEST_PARENT_UNKNOWN));
    }
    return doneReasons(parent);
  }

  private static List<Reason> doneReasons(ServiceRequest parent) {
    return parent.state().status().open()
        ? List.of()
        : List.of(
            Reason.of(ServiceReason.REQUEST_PARENT_DONE)
                .with("number", parent.number())
                .with("status", parent.state().status()));
  }

  private static boolean happened(ServiceRequest request, RequestEvent.Kind kind) {
    return request.log().stream().anyMatch(event -> event.kind() == kind);
  }

  private static boolean vendorAtWork(ServiceRequest request) {
    boolean atWork = false;
    for (RequestEvent event : request.log()) {
      atWork =
          switch (event.kind()) {
            case VENDOR_ENGAGED -> true;
            // The clocks say so, too: what is solved needs no vendor any more.
            case VENDOR_FINISHED, RESOLVED -> false;
            default -> atWork;
          };
    }
    return atWork;
  }
}
