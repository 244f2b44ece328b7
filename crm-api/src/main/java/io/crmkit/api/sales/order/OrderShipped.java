package io.crmkit.api.sales.order;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.value.EntityRef;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods of an order have left.
 *
 * @param lines the lines and units that left together
 */
@EventName("sales.order-shipped")
public record OrderShipped(
    OrderId order, CustomerId customer, LocalDate on, List<ErpAnswer.ShippedLine> lines)
    implements CrmEvent {

  public OrderShipped {
    lines = List.copyOf(lines);
  }

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.ORDER, order);
  }
}
