package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import org.jspecify.annotations.Nullable;

/** The customer decided for us. */
@EventName("sales.opportunity-won")
public record OpportunityWon(
    OpportunityId opportunity, @Nullable CustomerId customer, @Nullable Money amount)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.OPPORTUNITY, opportunity);
  }
}
