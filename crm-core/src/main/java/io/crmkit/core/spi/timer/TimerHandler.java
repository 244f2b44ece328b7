package io.crmkit.core.spi.timer;

import io.crmkit.api.CrmSession;

/**
 * Does what a timer was set for. Must be thread-safe.
 *
 * <p>The handler and the end of the timer are one transaction: whatever the handler does through
 * the session happens exactly once for each due time. What it does elsewhere may happen again,
 * since a handler that throws is called again later.
 */
@FunctionalInterface
public interface TimerHandler<P> {

  /**
   * @param session joined to the transaction of the timer; the actor is the system. The handler may
   *     set the same timer again.
   */
  void on(CrmSession session, TimerFired<P> timer);
}
