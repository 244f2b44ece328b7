package io.crmkit.api.event;

import io.crmkit.api.CrmSession;

/**
 * Does something about an event. Must be thread-safe.
 *
 * <p>A handler subscribed in the transaction runs at the end of the command that caused the event,
 * and whatever it throws undoes that command. A durable one runs after the commit, at least once:
 * it must bear being called again with the same event.
 */
@FunctionalInterface
public interface EventHandler<E extends CrmEvent> {

  /**
   * @param session joined to the transaction in which the event is handled; the actor is the one
   *     who caused the event, or the system for durable deliveries
   */
  void on(CrmSession session, EventEnvelope<E> event);
}
