package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/** An opportunity has begun. */
@EventName("sales.opportunity-opened")
public record OpportunityOpened(
    OpportunityId opportunity, @Nullable CustomerId customer, String owner) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.OPPORTUNITY, opportunity);
  }
}
