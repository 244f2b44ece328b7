package io.crmkit.api.sales.lead;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/** A lead became a customer and an opportunity. */
@EventName("sales.lead-converted")
public record LeadConverted(
    LeadId lead, CustomerId customer, @Nullable ContactId contact, OpportunityId opportunity)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.LEAD, lead);
  }
}
