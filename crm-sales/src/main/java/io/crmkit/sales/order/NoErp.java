package io.crmkit.sales.order;

import io.crmkit.api.CrmSession;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves where the host has no ERP: orders stay {@code PLACED} until somebody records by hand, with
 * {@code Orders.record}, what became of them.
 */
public final class NoErp implements ErpOrderPort {

  private static final Logger LOG = LoggerFactory.getLogger(NoErp.class);

  @Override
  public void handOver(CrmSession session, ErpOrder order) {
    LOG.info("no ERP: order {} waits to be recorded by hand", order.key());
  }
}
