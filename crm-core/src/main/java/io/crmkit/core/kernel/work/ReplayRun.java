package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.event.EventName;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.Replay;
import io.crmkit.api.relay.ReplayReport;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import io.crmkit.core.kernel.work.KernelEntities.Turn;
import io.crmkit.core.spi.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts stored events into the queues of one subscriber again. */
final class ReplayRun {

  private static final int CHUNK = 200;

  private static final Attribute<StoredEvent, String> NAME =
      Attribute.of(StoredEvent.class, "name", String.class);
  private static final Attribute<StoredEvent, Long> POSITION =
      Attribute.of(StoredEvent.class, "position", Long.class);
  private static final Attribute<StoredEvent, Instant> RECORDED =
      Attribute.of(StoredEvent.class, "origin.recordedAt", Instant.class);
  private static final Attribute<StoredEvent, UUID> SUBJECT =
      Attribute.of(StoredEvent.class, "subject.id", UUID.class);
  private static final Attribute<StoredEvent, String> SUBJECT_ENTITY =
      Attribute.of(StoredEvent.class, "subject.entity", String.class);
  private static final List<Order<StoredEvent>> IN_ORDER = List.of(POSITION.ascending());

  private final Work work;

  private record Done(ReplayReport report, @Nullable PageKey last) {}

  ReplayRun(Work work) {
    this.work = work;
  }

  ReplayReport replay(Replay command) {
    Criteria<StoredEvent> where = where(command);
    long queued = 0;
    long waiting = 0;
    PageKey after = null;
    do {
      Selection<StoredEvent> selection = new Selection<>(where, IN_ORDER, CHUNK, after);
      Done done = work.run("delivery.replay", command, tx -> chunk((Scope) tx, command, selection));
      queued += done.report().queued();
      waiting += done.report().waiting();
      after = done.last();
    } while (after != null);
    return new ReplayReport(queued, waiting);
  }

  private Criteria<StoredEvent> where(Replay command) {
    List<String> names = new ArrayList<>();
    kernel()
        .extensions()
        .durable()
        .subscribers()
        .forEach(
            (event, subscribers) -> {
              EventName name = event.getAnnotation(EventName.class);
              if (name != null
                  && subscribers.stream().anyMatch(s -> s.id().equals(command.subscriber()))) {
                names.add(name.value());
              }
            });
    if (names.isEmpty()) {
      throw new InvalidInput("subscriber", "is no subscriber here: " + command.subscriber());
    }
    Criteria<StoredEvent> where = NAME.in(names);
    Long position = command.fromPosition();
    where = position == null ? where : where.and(POSITION.atLeast(position));
    Instant from = command.recordedFrom();
    where = from == null ? where : where.and(RECORDED.atLeast(from));
    Instant to = command.recordedTo();
    where = to == null ? where : where.and(RECORDED.lessThan(to));
    EntityRef subject = command.subject();
    return subject == null
        ? where
        : where.and(SUBJECT.eq(subject.id())).and(SUBJECT_ENTITY.eq(subject.entity()));
  }

  private Kernel kernel() {
    return ((SessionImpl) work.session()).kernel();
  }

  private static Done chunk(Scope scope, Replay command, Selection<StoredEvent> selection) {
    new WorkAccess(scope.sessionImpl()).require(QueuedDelivery.class, Operation.CHANGE);
    var events = scope.kernel().models().of(KernelEntities.EVENTS);
    List<StoredEvent> found = scope.storage().select(events, scope.session().tenant(), selection);
    Set<KernelId> waiting = waiting(scope, command.subscriber(), found);
    int queued = 0;
    for (StoredEvent event : found) {
      if (!waiting.contains(event.id())) {
        scope.insertRaw(KernelEntities.DELIVERIES, again(scope, command.subscriber(), event));
        queued++;
      }
    }
    if (queued > 0) {
      audit(scope, command, found, queued);
      scope
          .context()
          .afterCommit(
              scope
                  .kernel()
                  .waking(Lane.deliveries(scope.session().tenant(), command.subscriber())));
    }
    PageKey last =
        found.size() < CHUNK ? null : PageKey.of(events, IN_ORDER, found.get(found.size() - 1));
    return new Done(new ReplayReport(queued, found.size() - queued), last);
  }

  /** Which of these events are on their way to the subscriber anyway. */
  private static Set<KernelId> waiting(Scope scope, String subscriber, List<StoredEvent> events) {
    if (events.isEmpty()) {
      return Set.of();
    }
    List<UUID> subjects = events.stream().map(e -> e.subject().id()).distinct().toList();
    Criteria<Delivery> where =
        DueWork.Due.DELIVERIES.handler().eq(subscriber).and(WorkCriteria.SUBJECT.in(subjects));
    return scope
        .storage()
        .select(
            scope.kernel().models().of(KernelEntities.DELIVERIES),
            scope.session().tenant(),
            Selection.all(where))
        .stream()
        .map(Delivery::event)
        .collect(Collectors.toSet());
  }

  private static Delivery again(Scope scope, String subscriber, StoredEvent event) {
    return new Delivery(
        new KernelId(scope.newId()),
        1,
        event.id(),
        subscriber,
        event.subject(),
        new Turn(event.subjectVersion(), event.position()),
        event.origin().recordedAt(),
        Attempts.fresh(scope.now()));
  }

  private static void audit(Scope scope, Replay command, List<StoredEvent> found, int queued) {
    scope.audit(
        AuditEntry.Operation.CREATED,
        EntityRef.of(KernelEntities.DELIVERIES.name(), KernelId.named(command.subscriber())),
        1,
        List.of(
            told("subscriber", command.subscriber()),
            told("fromPosition", found.get(0).position()),
            told("toPosition", found.get(found.size() - 1).position()),
            told("queued", queued)));
  }

  private static FieldChange told(String path, Object value) {
    return new FieldChange(path, null, value.toString(), false);
  }
}
