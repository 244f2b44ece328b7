package io.crmkit.sales.order;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderPlaced;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.SalesOrder;
import jakarta.inject.Inject;

/** Hands each placed order to the ERP, after the commit and at least once. */
public final class HandOverToErp implements EventHandler<OrderPlaced> {

  /** Under which deliveries are stored; never changes. */
  public static final String SUBSCRIBER = "sales.hand-over-to-erp";

  private final ErpOrderPort erp;

  @Inject
  HandOverToErp(ErpOrderPort erp) {
    this.erp = erp;
  }

  @Override
  public void on(CrmSession session, EventEnvelope<OrderPlaced> event) {
    SalesOrder order = session.get(Orders.class).get(event.event().order());
    erp.handOver(session, new ErpOrder(key(event.tenant(), order.id()), event.tenant(), order));
  }

  /** The same at every delivery; different for every other order of any tenant. */
  static String key(TenantId tenant, OrderId order) {
    return tenant.value() + "/" + order.value();
  }
}
