package io.crmkit.service.request;

import static io.crmkit.service.request.RequestFeature.REQUESTS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.request.AssignRequest;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.PauseRequest;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.RequestEvent.Kind;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.request.ServiceRequestId;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.service.request.Triage;
import io.crmkit.api.service.request.TriageRequest;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.service.common.InputFaults;
import io.crmkit.service.common.KnownCustomers;
import io.crmkit.service.common.Numbers;
import io.crmkit.service.entitlement.EntitlementCheck;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Service requests: gathers facts, asks the rules, saves what they decide. */
final class RequestService implements ServiceRequests {

  private static final Criteria<ServiceRequest> OPEN =
      ServiceRequestAttributes.STATUS.in(
          Arrays.stream(RequestStatus.values()).filter(RequestStatus::open).toList());

  private final Work work;

  @Inject
  RequestService(Work work) {
    this.work = work;
  }

  /** A rule with the facts that it gathers for itself. */
  @FunctionalInterface
  private interface Rule {
    Decision<ServiceRequest> decide(Tx tx, ServiceRequest before, Step step);
  }

  /** A step by its name in the table of states, what the log says of it, and the whole command. */
  private record Action(String trigger, Kind kind, Object input) {}

  @Override
  public ServiceRequest open(OpenRequest command) {
    RequestInput.check(command);
    return seen(work.run("service.open-request", command, tx -> open(tx, command)));
  }

  private static ServiceRequest open(Tx tx, OpenRequest command) {
    new InputFaults().moment("occurredAt", tx.occurredAt()).orThrow();
    KnownCustomers.mustExist(tx, command.subject().customer());
    CustomerId caller = command.subject().caller();
    if (caller != null) {
      KnownCustomers.mustExist(tx, caller);
    }
    ServiceRequest parent = lockedParent(tx, command.subject().parent());
    Cover cover = CoverFinder.find(tx, command.subject(), tx.occurredAt());
    OpenFacts facts =
        new OpenFacts(new ServiceRequestId(tx.newId()), number(tx), cover, parent, stamp(tx));
    OpenRequest given = tx.store(REQUESTS).given(Form.whole(command));
    return tx.store(REQUESTS).insert(dated(tx, RequestRules.open(given, facts)));
  }

  @Override
  public ServiceRequest assign(AssignRequest command) {
    RequestInput.check(command);
    return take(
        command.step(),
        new Action(RequestStates.ASSIGN, Kind.ASSIGNED, command),
        (tx, before, step) -> RequestRules.assign(before, step, command.assignee()));
  }

  @Override
  public ServiceRequest start(RequestStep command) {
    return move(command, new Action(RequestStates.START, Kind.STARTED, command));
  }

  @Override
  public ServiceRequest respond(RequestStep command) {
    return take(
        command,
        new Action(RequestStates.RESPOND, Kind.RESPONDED, command),
        (tx, before, step) -> RequestRules.respond(before, step));
  }

  @Override
  public ServiceRequest pause(PauseRequest command) {
    return take(
        command.step(),
        new Action(RequestStates.PAUSE, Kind.PAUSED, command),
        (tx, before, step) -> RequestRules.pause(before, step, command.reason()));
  }

  @Override
  public ServiceRequest resume(RequestStep command) {
    return move(command, new Action(RequestStates.RESUME, Kind.RESUMED, command));
  }

  @Override
  public ServiceRequest resolve(RequestStep command) {
    return finish(command, new Action(RequestStates.RESOLVE, Kind.RESOLVED, command));
  }

  @Override
  public ServiceRequest reopen(RequestStep command) {
    return take(
        command,
        new Action(RequestStates.REOPEN, Kind.REOPENED, command),
        (tx, before, step) ->
            RequestRules.reopen(
                before, step, lockedParent(tx.tenantWide(), before.subject().parent())));
  }

  @Override
  public ServiceRequest close(RequestStep command) {
    return move(command, new Action(RequestStates.CLOSE, Kind.CLOSED, command));
  }

  @Override
  public ServiceRequest cancel(RequestStep command) {
    return finish(command, new Action(RequestStates.CANCEL, Kind.CANCELLED, command));
  }

  @Override
  public ServiceRequest triage(TriageRequest command) {
    Triage triage = Triage.of(command.impact(), command.urgency());
    return take(
        command.step(),
        new Action(RequestStates.TRIAGE, Kind.PRIORITY_CHANGED, command),
        (tx, before, step) -> RequestRules.triage(before, step, triage));
  }

  @Override
  public ServiceRequest escalate(RequestStep command) {
    return take(
        command,
        new Action(RequestStates.ESCALATE, Kind.ESCALATED, command),
        (tx, before, step) -> RequestRules.escalate(before, step));
  }

  @Override
  public ServiceRequest engageVendor(RequestStep command) {
    return take(
        command,
        new Action(RequestStates.ENGAGE_VENDOR, Kind.VENDOR_ENGAGED, command),
        (tx, before, step) -> RequestRules.engageVendor(before, step));
  }

  @Override
  public ServiceRequest vendorFinished(RequestStep command) {
    return take(
        command,
        new Action(RequestStates.VENDOR_FINISHED, Kind.VENDOR_FINISHED, command),
        (tx, before, step) -> RequestRules.vendorFinished(before, step));
  }

  @Override
  public ServiceRequest renewCover(RequestStep command) {
    return take(
        command,
        new Action(RequestStates.RENEW_COVER, Kind.COVER_CHANGED, command),
        (tx, before, step) ->
            RequestRules.renewCover(
                before, step, CoverFinder.find(tx, before.subject(), tx.occurredAt())));
  }

  @Override
  public ServiceRequest get(ServiceRequestId id) {
    return work.read(tx -> ContractVeil.over(tx, tx.store(REQUESTS).get(id)));
  }

  @Override
  public Optional<ServiceRequest> byNumber(String number) {
    return work.read(
        tx ->
            tx.store(REQUESTS)
                .first(ServiceRequestAttributes.NUMBER.eq(number))
                .map(request -> ContractVeil.over(tx, request)));
  }

  @Override
  public Page<ServiceRequest> search(Query<ServiceRequest> query) {
    RequestInput.check(query);
    return work.read(
        tx -> {
          Page<ServiceRequest> page = tx.store(REQUESTS).page(query);
          return new Page<>(ContractVeil.over(tx, page.items()), page.next());
        });
  }

  @Override
  public List<ServiceRequest> parts(ServiceRequestId id) {
    return work.read(
        tx ->
            ContractVeil.over(tx, tx.store(REQUESTS).all(ServiceRequestAttributes.PARENT.eq(id))));
  }

  @Override
  public List<ClockReading> clocks(ServiceRequestId id) {
    return work.read(tx -> RequestClocks.read(tx, tx.store(REQUESTS).get(id), tx.now()));
  }

  @Override
  public List<ClockReading> clocks(ServiceRequestId id, Instant asOf) {
    new InputFaults().moment("asOf", asOf).orThrow();
    return work.read(tx -> RequestClocks.read(tx, tx.store(REQUESTS).get(id), asOf));
  }

  @Override
  public EntitlementAnswer entitlement(ServiceRequestId id) {
    return work.read(
        tx -> {
          ServiceRequest request = tx.store(REQUESTS).get(id);
          Instant opened = request.log().get(0).stamp().occurredAt();
          return EntitlementCheck.answer(tx, CoverFinder.question(tx, request.subject(), opened));
        });
  }

  private ServiceRequest move(RequestStep command, Action action) {
    return take(command, action, (tx, before, step) -> RequestRules.move(before, step));
  }

  private ServiceRequest finish(RequestStep command, Action action) {
    return take(
        command,
        action,
        (tx, before, step) -> {
          Criteria<ServiceRequest> openParts =
              ServiceRequestAttributes.PARENT.eq(before.id()).and(OPEN);
          return RequestRules.finish(
              before, step, tx.tenantWide().store(REQUESTS).count(openParts));
        });
  }

  private ServiceRequest take(RequestStep command, Action action, Rule rule) {
    RequestInput.check(command);
    return seen(
        work.run(
            "service." + action.trigger() + "-request",
            action.input(),
            tx -> {
              // Opening a part takes the same lock: none appears below what is being finished.
              tx.lock(REQUESTS, List.of(command.id()));
              ServiceRequest before = tx.store(REQUESTS).get(command.id(), command.version());
              Step step = new Step(action.trigger(), action.kind(), stamp(tx), command.note());
              return tx.store(REQUESTS).save(before, dated(tx, rule.decide(tx, before, step)));
            }));
  }

  /** As the caller may see it; outside of the command, for the answer to a repeated key, too. */
  private ServiceRequest seen(ServiceRequest request) {
    return request.log().stream().allMatch(event -> event.cover().contract() == null)
        ? request
        : work.read(tx -> ContractVeil.over(tx, request));
  }

  /** What was decided, with the deadline that follows from it. */
  private static Decision<ServiceRequest> dated(Tx tx, Decision<ServiceRequest> decision) {
    return decision instanceof Decision.Accepted<ServiceRequest> accepted
        ? new Decision.Accepted<>(
            RequestClocks.withDue(tx, accepted.state(), tx.now()), accepted.events())
        : decision;
  }

  private static @Nullable ServiceRequest lockedParent(Tx tx, @Nullable ServiceRequestId id) {
    if (id == null) {
      return null;
    }
    tx.lock(REQUESTS, List.of(id));
    return tx.store(REQUESTS).find(id).orElse(null);
  }

  private static RequestEvent.Stamp stamp(Tx tx) {
    return new RequestEvent.Stamp(tx.occurredAt(), tx.now(), tx.session().actor().id());
  }

  private static String number(Tx tx) {
    return Numbers.next(
        tx,
        "SR",
        number ->
            tx.tenantWide()
                .store(REQUESTS)
                .first(ServiceRequestAttributes.NUMBER.eq(number))
                .isPresent());
  }
}
