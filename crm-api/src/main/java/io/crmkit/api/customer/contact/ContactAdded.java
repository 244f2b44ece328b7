package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/** A person became a contact of an organization. */
@EventName("customer.contact-added")
public record ContactAdded(ContactId contact, CustomerId person, CustomerId organization)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Contact.ENTITY, contact);
  }
}
