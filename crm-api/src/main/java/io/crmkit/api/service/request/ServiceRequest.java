package io.crmkit.api.service.request;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;

/**
 * A service request (服务请求): a customer's call for help, whether it is a fault, a complaint, a wish
 * or a question. Immutable.
 *
 * @param id the request's id
 * @param version rises with every change
 * @param number what people call it, unique within the tenant: {@code SR-000001}
 * @param subject whose it is and what it is about
 * @param report what the customer said
 * @param state how it stands
 * @param cover what covers it
 * @param log what happened to it, in order
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record ServiceRequest(
    ServiceRequestId id,
    long version,
    String number,
    RequestSubject subject,
    RequestReport report,
    RequestState state,
    Cover cover,
    List<RequestEvent> log,
    CustomValues custom)
    implements ServiceRequestBuilder.With {

  /** The stable name of this entity in references. */
  public static final String ENTITY = "service.request";

  public ServiceRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(cover, "cover");
    log = List.copyOf(log);
    Objects.requireNonNull(custom, "custom");
  }

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }
}
