package io.crmkit.api.customer;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.util.List;

/**
 * What is known about a customer changed.
 *
 * @param customer whose
 * @param fields which of {@code name, number, externalId, profile, contactPoints}, in this order
 */
@EventName("customer.changed")
public record CustomerChanged(CustomerId customer, List<String> fields) implements CrmEvent {

  public CustomerChanged {
    fields = List.copyOf(fields);
  }

  @Override
  public EntityRef subject() {
    return EntityRef.of(Customer.ENTITY, customer);
  }
}
