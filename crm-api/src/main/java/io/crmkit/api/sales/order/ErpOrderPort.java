package io.crmkit.api.sales.order;

import io.crmkit.api.CrmSession;

/**
 * The way of orders into the host's ERP; the host implements it. Must be thread-safe.
 *
 * <p>Delivery is at least once: after a crash or a failure the same order comes again, with the
 * same {@link ErpOrder#key}. <b>The implementation must recognise the key and do nothing the second
 * time.</b> Orders of one tenant may come in any order, and from several nodes at once.
 *
 * <p>An order that was refused and is placed again comes under another key.
 *
 * <p>What the ERP makes of the order comes back later, through {@link Orders#record}.
 */
@FunctionalInterface
public interface ErpOrderPort {

  /**
   * Takes an order over.
   *
   * @param session joined to the transaction in which the delivery is recorded
   * @throws RuntimeException if it could not; the order comes again later
   */
  void handOver(CrmSession session, ErpOrder order);
}
