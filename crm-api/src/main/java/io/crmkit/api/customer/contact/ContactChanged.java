package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.util.List;

/**
 * What is known about a contact changed.
 *
 * @param contact whose
 * @param organization where
 * @param fields which of {@code posts, influence, contactPoints}, in this order
 */
@EventName("customer.contact-changed")
public record ContactChanged(ContactId contact, CustomerId organization, List<String> fields)
    implements CrmEvent {

  public ContactChanged {
    fields = List.copyOf(fields);
  }

  @Override
  public EntityRef subject() {
    return EntityRef.of(Contact.ENTITY, contact);
  }
}
