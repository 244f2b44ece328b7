package io.crmkit.api.customer;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/** A customer became known. */
@EventName("customer.registered")
public record CustomerRegistered(CustomerId customer, CustomerKind kind, CustomerName name)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Customer.ENTITY, customer);
  }
}
