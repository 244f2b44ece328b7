package io.crmkit.core.kernel.work;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventName;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.Origin;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import io.crmkit.core.kernel.work.KernelEntities.Turn;
import java.time.Instant;
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
    Turn turn = new Turn(subjectVersion(event.subject()), position);
    scope.insertRaw(
        KernelEntities.EVENTS,
        new StoredEvent(
            id,
            1,
            name.value(),
            name.version(),
            event.subject(),
            turn.version(),
            position,
            origin,
            RawJson.ofValue(event)));
    deliver(envelope, id, turn);
  }

  private void deliver(EventEnvelope<CrmEvent> envelope, KernelId id, Turn turn) {
    CrmEvent event = envelope.event();
    for (Extensions.Subscriber subscriber :
        scope
            .kernel()
            .extensions()
            .durable()
            .subscribers()
            .getOrDefault(event.getClass(), List.of())) {
      scope.insertRaw(
          KernelEntities.DELIVERIES,
          new Delivery(
              new KernelId(scope.newId()),
              1,
              id,
              subscriber.id(),
              event.subject(),
              turn,
              envelope.recordedAt(),
              first(subscriber, envelope.recordedAt())));
      scope
          .context()
          .afterCommit(scope.kernel().waking(Lane.deliveries(envelope.tenant(), subscriber.id())));
    }
  }

  /** Work for a module that is off does not stand in the way of what is due. */
  private Attempts first(Extensions.Subscriber subscriber, Instant recorded) {
    boolean on =
        scope
            .kernel()
            .switches()
            .isOn(scope.session().tenant(), subscriber.module(), scope.context());
    Attempts fresh = Attempts.fresh(recorded);
    return on ? fresh : fresh.as(WorkStatus.SUSPENDED, recorded.plus(DueWork.LOOK_AGAIN));
  }

  /**
   * The version of the subject that the event tells of: as it was written here, or else as it is
   * stored. What is told of a record that is gone comes after what was told of it before.
   */
  private long subjectVersion(EntityRef subject) {
    Long written = scope.context().versionOf(scope.session().tenant(), subject);
    if (written != null) {
      return written;
    }
    EntityModel<?> model = scope.kernel().models().named(subject.entity());
    return model == null ? 0 : stored(model, subject);
  }

  private <E> long stored(EntityModel<E> model, EntityRef subject) {
    E row = scope.storage().load(model, scope.session().tenant(), subject.id());
    return row == null ? Long.MAX_VALUE : model.versionOf(row);
  }
}
