package io.crmkit.core.kernel.work;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.DeliveryQueues.Queue;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers durable events, queue by queue: a queue is what one subscriber is to hear of one
 * subject, in order. Only who has locked its head works on a queue; some of those behind it are
 * taken along in the same transaction.
 *
 * <p>What is due but stands behind a head that cannot be delivered now is put off, once, so that it
 * is not found again and again; who takes the head out of the way wakes the next. It is put off
 * under the lock of the head, hence never while somebody works on the queue.
 */
final class DeliveryRun {

  /** How many of a queue are delivered in one transaction. */
  static final int BATCH = 20;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryRun.class);

  private final Kernel kernel;
  private final EntityModel<Delivery> deliveries;
  private final EntityModel<StoredEvent> events;
  private final EventReader reader;

  DeliveryRun(Kernel kernel) {
    this.kernel = kernel;
    this.deliveries = kernel.models().of(KernelEntities.DELIVERIES);
    this.events = kernel.models().of(KernelEntities.EVENTS);
    this.reader = new EventReader(kernel.extensions().durable());
  }

  /** One task for each queue of which something is due. */
  List<DueTask> tasks(Lane lane, SessionImpl session, List<Delivery> due) {
    Map<Queue, List<Delivery>> queues =
        due.stream()
            .collect(Collectors.groupingBy(Queue::of, LinkedHashMap::new, Collectors.toList()));
    List<DueTask> tasks = new ArrayList<>();
    queues.forEach(
        (queue, some) ->
            tasks.add(
                new DueTask(
                    lane, List.of(lane.tenant(), queue), () -> drain(session, queue, some))));
    return tasks;
  }

  private int drain(SessionImpl session, Queue queue, List<Delivery> due) {
    Attempted attempted = new Attempted(kernel, session);
    if (due.size() > BATCH + 1) {
      // One that takes long shall not fill the view of all that is due with its followers.
      attempted.run(in -> holdFollowers(in, queue, due));
    }
    return attempted.run(in -> drain(in, queue, due));
  }

  private int holdFollowers(Attempted.In in, Queue queue, List<Delivery> due) {
    List<Delivery> page = queues(in).page(queue, BATCH + 1);
    Set<KernelId> first = page.stream().map(Delivery::id).collect(Collectors.toSet());
    if (!page.isEmpty()) {
      hold(in, page.get(0), due.stream().filter(d -> !first.contains(d.id())).toList());
    }
    return 0;
  }

  private int drain(Attempted.In in, Queue queue, List<Delivery> due) {
    Extensions.Subscriber subscriber = kernel.extensions().durable().byId().get(queue.subscriber());
    retire(in, due);
    if (subscriber == null || !in.isOn(subscriber.module())) {
      suspend(in, due);
      return 0;
    }
    List<Delivery> page = queues(in).page(queue, BATCH + 1);
    if (page.isEmpty()) {
      return 0;
    }
    if (!isReady(page.get(0))) {
      hold(in, page.get(0), due);
      return 0;
    }
    List<Delivery> claimed = claimed(in, page.subList(0, Math.min(BATCH, page.size())));
    in.onFailure(failed -> noteApart(failed, queue));
    Map<UUID, StoredEvent> contents = contents(in, claimed);
    int done = 0;
    for (Delivery delivery : claimed) {
      if (!deliver(in, subscriber, delivery, contents.get(delivery.event().value()))) {
        return done;
      }
      done++;
    }
    if (done > 0 && done < page.size()) {
      queues(in).wake(page.get(done));
    }
    return done;
  }

  private DeliveryQueues queues(Attempted.In in) {
    return new DeliveryQueues(kernel, in.storage(), in.tenant());
  }

  /** Whether it can be delivered as soon as it is at the head. */
  private boolean isReady(Delivery delivery) {
    return switch (delivery.attempts().status()) {
      case WAITING -> isDue(delivery);
      case HELD, SUSPENDED -> true;
      case PARKED -> false;
    };
  }

  private boolean isDue(Delivery delivery) {
    return !delivery.attempts().dueAt().isAfter(kernel.now());
  }

  /** As many from the head on as are ready, as they were when they were read, and now ours. */
  private List<Delivery> claimed(Attempted.In in, List<Delivery> page) {
    List<Delivery> wanted = page.stream().takeWhile(this::isReady).toList();
    Map<UUID, Delivery> locked =
        in
            .storage()
            .claim(deliveries, in.tenant(), wanted.stream().map(d -> d.id().value()).toList())
            .stream()
            .collect(Collectors.toMap(d -> d.id().value(), Function.identity()));
    return wanted.stream().takeWhile(d -> d.equals(locked.get(d.id().value()))).toList();
  }

  private Map<UUID, StoredEvent> contents(Attempted.In in, List<Delivery> claimed) {
    return in
        .storage()
        .loadAll(events, in.tenant(), claimed.stream().map(d -> d.event().value()).toList())
        .stream()
        .collect(Collectors.toMap(e -> e.id().value(), Function.identity(), (a, b) -> a));
  }

  /** Handles the event and deletes the delivery, or notes the failure. */
  private boolean deliver(
      Attempted.In in,
      Extensions.Subscriber subscriber,
      Delivery delivery,
      @Nullable StoredEvent stored) {
    return in.attempt(
        () -> {
          handle(in, subscriber, delivery, stored);
          in.storage().delete(deliveries, in.tenant(), delivery);
        },
        failure -> note(in, delivery, failure));
  }

  private void handle(
      Attempted.In in,
      Extensions.Subscriber subscriber,
      Delivery delivery,
      @Nullable StoredEvent stored) {
    if (stored == null) {
      throw new IllegalStateException("the event is gone: " + delivery.event().value());
    }
    CrmEvent event = reader.read(stored);
    @SuppressWarnings("unchecked")
    EventHandler<CrmEvent> handler = (EventHandler<CrmEvent>) subscriber.provider().get();
    handler.on(
        in.session(),
        new EventEnvelope<>(
            stored.id().value(),
            in.tenant(),
            stored.origin().actor(),
            stored.origin().occurredAt(),
            stored.origin().recordedAt(),
            event));
  }

  private void note(Attempted.In in, Delivery delivery, Throwable failure) {
    Attempts attempts =
        Retries.failed(
            delivery.attempts(), kernel.environment().relay().retry(), kernel.now(), failure);
    if (attempts.status() == WorkStatus.PARKED) {
      LOG.error(
          "delivery {} to {} is parked", delivery.id().value(), delivery.subscriber(), failure);
    } else {
      LOG.debug("delivery {} to {} failed", delivery.id().value(), delivery.subscriber(), failure);
    }
    in.storage().update(deliveries, in.tenant(), delivery, delivery.with(attempts));
  }

  /** The transaction could not be committed: says so at the head of the queue. */
  private void noteApart(Attempted.Failed failed, Queue queue) {
    queues(failed.in()).page(queue, 1).stream()
        .filter(this::isReady)
        .flatMap(head -> claimed(failed.in(), List.of(head)).stream())
        .forEach(head -> note(failed.in(), head, failed.cause()));
  }

  /** Puts off what is due behind a head that is not. */
  private void hold(Attempted.In in, Delivery head, List<Delivery> due) {
    List<UUID> ids = new ArrayList<>(List.of(head.id().value()));
    due.stream()
        .filter(d -> d.attempts().status() != WorkStatus.PARKED)
        .limit(StorageTx.MAX_CLAIMED - 1L)
        .forEach(d -> ids.add(d.id().value()));
    List<Delivery> locked = in.storage().claim(deliveries, in.tenant(), ids);
    if (locked.stream().noneMatch(head::equals)) {
      return;
    }
    Instant again = kernel.now().plus(DueWork.LOOK_AGAIN);
    for (Delivery delivery : locked) {
      if (isDue(delivery) && !delivery.equals(head)) {
        queues(in).put(delivery, delivery.attempts().as(WorkStatus.HELD, again));
      }
    }
  }

  /** What an earlier release has parked is not due any more. */
  private void retire(Attempted.In in, List<Delivery> due) {
    List<UUID> parked =
        due.stream()
            .filter(d -> d.attempts().status() == WorkStatus.PARKED)
            .map(d -> d.id().value())
            .toList();
    for (Delivery delivery : in.storage().claim(deliveries, in.tenant(), parked)) {
      queues(in).put(delivery, delivery.attempts().as(WorkStatus.PARKED, Attempts.NEVER));
    }
  }

  /** Nobody here can deliver these: they are put off until somebody can. */
  private void suspend(Attempted.In in, List<Delivery> due) {
    Instant now = kernel.now();
    List<UUID> overdue =
        due.stream()
            .filter(d -> d.attempts().dueAt().plus(DueWork.GRACE).isBefore(now))
            .map(d -> d.id().value())
            .toList();
    for (Delivery delivery : in.storage().claim(deliveries, in.tenant(), overdue)) {
      if (isDue(delivery)) {
        Attempts attempts = delivery.attempts();
        queues(in).put(delivery, attempts.as(WorkStatus.SUSPENDED, now.plus(DueWork.LOOK_AGAIN)));
      }
    }
  }
}
