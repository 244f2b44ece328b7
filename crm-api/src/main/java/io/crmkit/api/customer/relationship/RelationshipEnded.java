package io.crmkit.api.customer.relationship;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.time.LocalDate;

/**
 * Two customers are no longer related.
 *
 * @param relationship the relationship
 * @param customer who
 * @param type how
 * @param related to whom
 * @param until the day after the last one
 */
@EventName("customer.relationship-ended")
public record RelationshipEnded(
    RelationshipId relationship,
    CustomerId customer,
    RelationshipType type,
    CustomerId related,
    LocalDate until)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Relationship.ENTITY, relationship);
  }
}
