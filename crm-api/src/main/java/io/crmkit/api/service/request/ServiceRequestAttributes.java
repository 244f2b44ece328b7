package io.crmkit.api.service.request;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.contract.ServiceContractId;
import java.time.Instant;

/** The properties by which service requests are searched and sorted. */
public final class ServiceRequestAttributes {

  public static final Attribute<ServiceRequest, String> NUMBER =
      Attribute.of(ServiceRequest.class, "number", String.class);
  public static final Attribute<ServiceRequest, CustomerId> CUSTOMER =
      Attribute.of(ServiceRequest.class, "subject.customer", CustomerId.class);
  public static final Attribute<ServiceRequest, AssetId> ASSET =
      Attribute.of(ServiceRequest.class, "subject.asset", AssetId.class);
  public static final Attribute<ServiceRequest, ServiceRequestId> PARENT =
      Attribute.of(ServiceRequest.class, "subject.parent", ServiceRequestId.class);
  public static final Attribute<ServiceRequest, String> TITLE =
      Attribute.of(ServiceRequest.class, "report.title", String.class);
  public static final Attribute<ServiceRequest, RequestStatus> STATUS =
      Attribute.of(ServiceRequest.class, "state.status", RequestStatus.class);
  public static final Attribute<ServiceRequest, Priority> PRIORITY =
      Attribute.of(ServiceRequest.class, "state.triage.priority", Priority.class);
  public static final Attribute<ServiceRequest, Integer> LINE =
      Attribute.of(ServiceRequest.class, "state.line", Integer.class);
  public static final Attribute<ServiceRequest, String> ASSIGNEE =
      Attribute.of(ServiceRequest.class, "state.assignee", String.class);
  public static final Attribute<ServiceRequest, Instant> DUE =
      Attribute.of(ServiceRequest.class, "state.due", Instant.class);

  /** For criteria; requests cannot be sorted by it. */
  public static final Attribute<ServiceRequest, ServiceContractId> CONTRACT =
      Attribute.of(ServiceRequest.class, "cover.contract", ServiceContractId.class);

  public static final Parts<ServiceRequest, RequestEvent> LOG =
      new Parts<>(ServiceRequest.class, "log", RequestEvent.class);

  /** When the latest line of the log happened. */
  public static final Attribute<ServiceRequest, Instant> LAST_EVENT =
      Attribute.of(ServiceRequest.class, "lastEventAt", Instant.class);

  /** When a line of the log happened; for use within {@link #LOG}. */
  public static final Attribute<RequestEvent, Instant> OCCURRED =
      Attribute.of(RequestEvent.class, "stamp.occurredAt", Instant.class);

  private ServiceRequestAttributes() {}
}
