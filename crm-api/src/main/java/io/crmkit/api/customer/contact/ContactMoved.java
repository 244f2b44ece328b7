package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.time.LocalDate;

/**
 * A person changed the employer. Told besides {@link ContactEnded} and {@link ContactAdded}.
 *
 * @param contact the contact that began
 * @param former the contact that ended
 * @param person who
 * @param since the first day at the new employer
 */
@EventName("customer.contact-moved")
public record ContactMoved(ContactId contact, ContactId former, CustomerId person, LocalDate since)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Contact.ENTITY, contact);
  }
}
