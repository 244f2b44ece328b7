package io.crmkit.api.sales.order;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.value.EntityRef;

/** An order was placed and waits for the ERP. */
@EventName("sales.order-placed")
public record OrderPlaced(
    OrderId order, String number, QuoteId quote, OpportunityId opportunity, CustomerId customer)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.ORDER, order);
  }
}
