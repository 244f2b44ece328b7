package io.crmkit.core.kernel.work;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventName;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.Origin;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import java.util.List;

/** Stores an event and its deliveries in the transaction of the command. */
final class EventWriter {

  private final Scope scope;

  EventWriter(Scope scope) {
    this.scope = scope;
  }

  void write(EventEnvelope<CrmEvent> envelope) {
    CrmEvent event = envelope.event();
    EventName name = event.getClass().getAnnotation(EventName.class);
    if (name == null) {
      throw new IllegalArgumentException(event.getClass().getName() + " has no @EventName");
    }
    long position = scope.kernel().nextPosition();
    KernelId id = new KernelId(envelope.id());
    Origin origin =
        new Origin(
            envelope.actor(),
            scope.sessionImpl().context().correlationId(),
            envelope.occurredAt(),
            envelope.recordedAt());
    scope.insertRaw(
        KernelEntities.EVENTS,
        new StoredEvent(
            id,
            1,
            name.value(),
            name.version(),
            event.subject(),
            position,
            origin,
            RawJson.ofValue(event)));
    List<Extensions.Subscriber> durable =
        scope.kernel().extensions().durable().getOrDefault(event.getClass(), List.of());
    for (Extensions.Subscriber subscriber : durable) {
      scope.insertRaw(
          KernelEntities.DELIVERIES,
          new Delivery(
              new KernelId(scope.newId()),
              1,
              id,
              subscriber.id(),
              event.subject(),
              position,
              new Attempts(0, envelope.recordedAt(), false, null)));
    }
    if (!durable.isEmpty()) {
      scope.context().afterCommit(scope.kernel().wakeRelay());
    }
  }
}
