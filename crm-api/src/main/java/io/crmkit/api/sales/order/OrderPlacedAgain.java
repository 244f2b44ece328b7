package io.crmkit.api.sales.order;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.value.EntityRef;

/**
 * An order that the ERP had refused was placed again and waits for it.
 *
 * @param order the order
 * @param number its number, the same as before
 * @param attempt 2 for the first time that it is placed again
 * @param quote what is ordered now
 * @param customer whose order
 */
@EventName("sales.order-placed-again")
public record OrderPlacedAgain(
    OrderId order, String number, int attempt, QuoteId quote, CustomerId customer)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.ORDER, order);
  }
}
