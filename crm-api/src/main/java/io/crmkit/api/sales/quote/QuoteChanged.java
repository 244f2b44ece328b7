package io.crmkit.api.sales.quote;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.value.EntityRef;

/** A revision of a quote has another status. */
@EventName("sales.quote-changed")
public record QuoteChanged(
    QuoteId quote,
    String number,
    int revision,
    QuoteStatus status,
    OpportunityId opportunity,
    CustomerId customer)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.QUOTE, quote);
  }
}
