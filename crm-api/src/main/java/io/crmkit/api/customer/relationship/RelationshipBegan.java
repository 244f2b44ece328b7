package io.crmkit.api.customer.relationship;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/** One customer was related to another. */
@EventName("customer.relationship-began")
public record RelationshipBegan(
    RelationshipId relationship, CustomerId customer, RelationshipType type, CustomerId related)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Relationship.ENTITY, relationship);
  }
}
