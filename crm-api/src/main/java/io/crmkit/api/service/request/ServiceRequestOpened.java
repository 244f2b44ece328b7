package io.crmkit.api.service.request;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.service.Priority;
import io.crmkit.api.value.EntityRef;

/**
 * A service request was opened.
 *
 * @param request the request
 * @param customer who asks for help
 * @param number what people call the request
 * @param priority how soon it must be dealt with
 */
@EventName("service.request-opened")
public record ServiceRequestOpened(
    ServiceRequestId request, CustomerId customer, String number, Priority priority)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(ServiceRequest.ENTITY, request);
  }
}
