package io.crmkit.core.kernel.lab;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.core.spi.timer.TimerFired;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** What the lab's subscribers do, as each test wants it for its own tenant. */
public final class LabHooks {

  /** The lab's subscribers. */
  public enum Subscriber {
    /** To {@link Measured}, in the transaction. */
    AT_ONCE,
    /** To {@link Retold}, in the transaction. */
    RETOLD_AT_ONCE,
    /** To {@link Measured}, durable. */
    LATER,
    /** To {@link Measured}, durable, another one. */
    ALSO_LATER,
    /** The annex's, to {@link Weighed}, durable. */
    ANNEX
  }

  private record Key(TenantId tenant, Subscriber subscriber) {}

  private final Map<Key, EventHandler<? super CrmEvent>> handlers = new ConcurrentHashMap<>();

  private final Map<TenantId, BiConsumer<CrmSession, TimerFired<Alarm>>> alarms =
      new ConcurrentHashMap<>();

  /** What the handlers of timers do. */
  public void onAlarm(TenantId tenant, BiConsumer<CrmSession, TimerFired<Alarm>> handler) {
    alarms.put(tenant, handler);
  }

  void fire(CrmSession session, TimerFired<Alarm> timer) {
    alarms.getOrDefault(session.tenant(), (s, t) -> {}).accept(session, timer);
  }

  public void on(TenantId tenant, Subscriber subscriber, EventHandler<? super CrmEvent> handler) {
    handlers.put(new Key(tenant, subscriber), handler);
  }

  void clear() {
    handlers.clear();
    alarms.clear();
  }

  @SuppressWarnings("unchecked")
  <E extends CrmEvent> void call(
      Subscriber subscriber, CrmSession session, EventEnvelope<E> event) {
    EventHandler<? super CrmEvent> handler = handlers.get(new Key(session.tenant(), subscriber));
    if (handler != null) {
      ((EventHandler<E>) (EventHandler<?>) handler).on(session, event);
    }
  }
}
