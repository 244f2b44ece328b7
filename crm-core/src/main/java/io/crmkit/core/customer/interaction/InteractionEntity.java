package io.crmkit.core.customer.interaction;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.interaction.Interaction;
import io.crmkit.core.spi.storage.Entity;

/** The declaration of interactions: whoever may see the customer may see them. */
final class InteractionEntity {

  static final Entity<Interaction> INTERACTIONS =
      Entity.of(Interaction.class, Interaction.ENTITY, "crm_interaction")
          .parts("participants", "crm_interaction_participant")
          .parts("promises", "crm_interaction_promise")
          .indexed("customer")
          .personal("content.subject", "content.body", "participants.name")
          .mentionsPeopleIn("content.subject", "content.body")
          .mentionsPeopleIn("participants.name", "promises.text")
          .ownedBy("customer", Customer.class);

  private InteractionEntity() {}
}
