package io.crmkit.service.request;

import static io.crmkit.service.common.DocumentFields.put;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.RequestState;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestId;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.value.EntityRef;
import io.crmkit.service.common.DocumentFields;
import io.crmkit.service.sla.PromiseWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What documents about a service request can say: {@code request.*} with its clocks, and {@code
 * customer.*}. Each moment has its time of day beside it, such as {@code reportedAtTime}.
 */
final class RequestMergeFields implements MergeFieldSource {

  @Override
  public Map<String, Object> fields(CrmSession session, EntityRef about) {
    if (!about.entity().equals(ServiceRequest.ENTITY)) {
      return Map.of();
    }
    ServiceRequestId id = new ServiceRequestId(about.id());
    return DocumentFields.seen(() -> session.get(ServiceRequests.class).get(id))
        .map(request -> fields(session, request))
        .orElse(Map.of());
  }

  private static Map<String, Object> fields(CrmSession session, ServiceRequest request) {
    DocumentFields known = new DocumentFields(session);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", request.number());
    values.put("title", request.report().title());
    values.put("description", request.report().description());
    state(values, request.state());
    subject(session, known, values, request.subject());
    cover(session, known, values, request);
    course(known, values, request);
    clocks(known, values, session.get(ServiceRequests.class).clocks(request.id()));
    values.put("custom", known.custom(ServiceRequest.class, request.custom()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("request", values);
    known.customer(request.subject().customer()).ifPresent(c -> fields.put("customer", c));
    return fields;
  }

  private static void state(Map<String, Object> values, RequestState state) {
    values.put("status", state.status().label());
    values.put("priority", state.triage().priority().label());
    put(values, "waiting", state.waiting() == null ? null : state.waiting().label());
    put(values, "assignee", state.assignee());
  }

  private static void subject(
      CrmSession session,
      DocumentFields known,
      Map<String, Object> values,
      RequestSubject subject) {
    known.unit(subject.asset()).ifPresent(unit -> values.put("asset", unit));
    known.product(subject.product()).ifPresent(product -> values.put("product", product));
    put(values, "site", subject.site());
    CustomerId caller = subject.caller();
    if (caller != null) {
      session
          .find(Customers.class)
          .flatMap(customers -> DocumentFields.seen(() -> customers.get(caller)))
          .ifPresent(c -> values.put("caller", c.name().in(session.profile().language())));
    }
  }

  private static void cover(
      CrmSession session,
      DocumentFields known,
      Map<String, Object> values,
      ServiceRequest request) {
    ServiceContractId contract = request.cover().contract();
    if (contract != null) {
      DocumentFields.seen(() -> session.get(ServiceContracts.class).get(contract))
          .ifPresent(c -> values.put("contract", c.number()));
    }
    known.level(request.cover().level()).ifPresent(level -> values.put("level", level.name()));
    put(values, "warranty", request.cover().warranty());
  }

  /** When it was reported, and the solution that holds, if there is one. */
  private static void course(
      DocumentFields known, Map<String, Object> values, ServiceRequest request) {
    known.putMoment(values, "reportedAt", request.log().get(0).stamp().occurredAt());
    RequestStatus status = request.state().status();
    if (status == RequestStatus.RESOLVED || status == RequestStatus.CLOSED) {
      last(request.log(), RequestEvent.Kind.RESOLVED)
          .ifPresent(
              event -> {
                known.putMoment(values, "resolvedAt", event.stamp().occurredAt());
                put(values, "resolution", event.note().isBlank() ? null : event.note());
              });
    }
  }

  private static Optional<RequestEvent> last(List<RequestEvent> log, RequestEvent.Kind kind) {
    return log.stream().filter(event -> event.kind() == kind).reduce((first, next) -> next);
  }

  private static void clocks(
      DocumentFields known, Map<String, Object> values, List<ClockReading> readings) {
    values.put("promises", readings.stream().map(r -> promise(known, r)).toList());
    for (ClockReading reading : readings) {
      Instant deadline = reading.times().deadline();
      if (reading.clock() == SlaClock.RESPONSE) {
        known.putMoment(values, "respondBy", deadline);
        known.putMoment(values, "respondedAt", reading.times().stoppedAt());
      } else if (reading.clock() == SlaClock.RESOLUTION) {
        known.putMoment(values, "resolveBy", deadline);
      }
    }
  }

  private static Map<String, Object> promise(DocumentFields known, ClockReading reading) {
    Map<String, Object> values = PromiseWords.of(reading.target());
    values.put("status", reading.status().label());
    known.putMoment(values, "deadline", reading.times().deadline());
    known.putMoment(values, "stoppedAt", reading.times().stoppedAt());
    return values;
  }
}
