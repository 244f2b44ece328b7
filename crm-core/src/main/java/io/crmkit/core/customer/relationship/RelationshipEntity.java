package io.crmkit.core.customer.relationship;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.core.spi.storage.Entity;

/** The declaration of relationships: whoever may see the customer may see them. */
public final class RelationshipEntity {

  public static final Entity<Relationship> RELATIONSHIPS =
      Entity.of(Relationship.class, Relationship.ENTITY, "crm_customer_relationship")
          .indexed("customer", "related")
          .mentionsPeopleIn("note")
          .ownedBy("customer", Customer.class);

  private RelationshipEntity() {}
}
