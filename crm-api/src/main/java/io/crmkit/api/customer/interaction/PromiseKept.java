package io.crmkit.api.customer.interaction;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A promise was kept.
 *
 * @param interaction in which it was made
 * @param customer with whom
 * @param promise its place among the interaction's promises, from 0
 */
@EventName("customer.promise-kept")
public record PromiseKept(InteractionId interaction, CustomerId customer, int promise)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Interaction.ENTITY, interaction);
  }
}
