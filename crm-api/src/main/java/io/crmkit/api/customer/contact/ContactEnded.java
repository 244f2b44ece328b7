package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.time.LocalDate;

/**
 * A person left, or will leave, an organization.
 *
 * @param contact the contact that ended
 * @param person who
 * @param organization where
 * @param until the day after the last one
 */
@EventName("customer.contact-ended")
public record ContactEnded(
    ContactId contact, CustomerId person, CustomerId organization, LocalDate until)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Contact.ENTITY, contact);
  }
}
