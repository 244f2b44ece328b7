package io.crmkit.api.service.request;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * Something happened to a service request after it was opened.
 *
 * @param request the request
 * @param customer whose request it is
 * @param what what happened
 * @param status how the request stands now
 */
@EventName("service.request-changed")
public record ServiceRequestChanged(
    ServiceRequestId request, CustomerId customer, RequestEvent.Kind what, RequestStatus status)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(ServiceRequest.ENTITY, request);
  }
}
