package io.crmkit.api.customer.interaction;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Something was said or written.
 *
 * @param interaction the interaction
 * @param customer with whom
 * @param exchange how and when
 * @param about the record that it concerns, or null
 */
@EventName("customer.interaction-recorded")
public record InteractionRecorded(
    InteractionId interaction, CustomerId customer, Exchange exchange, @Nullable EntityRef about)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Interaction.ENTITY, interaction);
  }
}
