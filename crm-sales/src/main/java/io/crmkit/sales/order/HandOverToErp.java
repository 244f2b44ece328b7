package io.crmkit.sales.order;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderPlaced;
import io.crmkit.api.sales.order.OrderPlacedAgain;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.SalesOrder;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each placed order to the ERP, after the commit and at least once. */
public final class HandOverToErp {

  private static final Logger LOG = LoggerFactory.getLogger(HandOverToErp.class);

  private final ErpOrderPort erp;

  private HandOverToErp(ErpOrderPort erp) {
    this.erp = erp;
  }

  /** The first time. */
  public static final class First implements EventHandler<OrderPlaced> {

    /** Under which deliveries are stored; never changes. */
    public static final String SUBSCRIBER = "sales.hand-over-to-erp";

    private final HandOverToErp handOver;

    @Inject
    First(ErpOrderPort erp) {
      this.handOver = new HandOverToErp(erp);
    }

    @Override
    public void on(CrmSession session, EventEnvelope<OrderPlaced> event) {
      handOver.attempt(session, event.event().order(), 1);
    }
  }

  /** Every other time. */
  public static final class Again implements EventHandler<OrderPlacedAgain> {

    /** Under which deliveries are stored; never changes. */
    public static final String SUBSCRIBER = "sales.hand-over-to-erp-again";

    private final HandOverToErp handOver;

    @Inject
    Again(ErpOrderPort erp) {
      this.handOver = new HandOverToErp(erp);
    }

    @Override
    public void on(CrmSession session, EventEnvelope<OrderPlacedAgain> event) {
      handOver.attempt(session, event.event().order(), event.event().attempt());
    }
  }

  /** A delivery that comes late, when the attempt was refused by then, would order it twice. */
  private void attempt(CrmSession session, OrderId id, int attempt) {
    Orders orders = session.get(Orders.class);
    if (orders.attempts(id).size() >= attempt) {
      LOG.info("attempt {} of order {} was refused before it was handed over", attempt, id.value());
      return;
    }
    SalesOrder order = orders.get(id);
    TenantId tenant = session.tenant();
    erp.handOver(session, new ErpOrder(key(tenant, id, attempt), tenant, order, attempt));
  }

  /**
   * The same at every delivery of an attempt; different for every other attempt, and for every
   * other order of any tenant. That of the first attempt has no number, as before there were
   * others.
   */
  static String key(TenantId tenant, OrderId order, int attempt) {
    String first = tenant.value() + "/" + order.value();
    return attempt == 1 ? first : first + "/" + attempt;
  }
}
