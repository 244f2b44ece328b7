package io.crmkit.api.sales.order;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.value.EntityRef;

/** The ERP has answered, and the order stands differently. */
@EventName("sales.order-progressed")
public record OrderProgressed(
    OrderId order, String number, OrderStatus status, BillingStatus billing, CustomerId customer)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.ORDER, order);
  }
}
