package io.crmkit.core.kernel.work;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers durable events: at least once, those of one subject in their order to each subscriber.
 * Several nodes may do so at once, since whoever locks a delivery first has it. A delivery that
 * keeps failing is tried after ever longer pauses and parked in the end; then those behind it go
 * on.
 */
public final class DeliveryRun {

  static final int MAX_ATTEMPTS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryRun.class);
  private static final int WINDOW = 500;
  private static final List<Order<Delivery>> IN_ORDER =
      List.of(KernelEntities.SEQUENCE.ascending());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int MAX_ERROR = 2_000;

  private final Kernel kernel;
  private final EntityModel<Delivery> deliveries;
  private final EntityModel<StoredEvent> events;

  private record Queue(String subscriber, EntityRef subject) {}

  private record Target(Delivery delivery, Extensions.Subscriber subscriber) {}

  public DeliveryRun(Kernel kernel) {
    this.kernel = kernel;
    this.deliveries = kernel.models().of(KernelEntities.DELIVERIES);
    this.events = kernel.models().of(KernelEntities.EVENTS);
  }

  /** Delivers what is due, of every tenant. */
  public int deliverAll() {
    int done = 0;
    for (TenantId tenant : tenantsWithDue()) {
      done += deliver(SessionImpl.of(kernel, tenant, Actor.system()));
    }
    return done;
  }

  /** Delivers what is due for the session's tenant, within its transaction if it has one. */
  int deliver(SessionImpl session) {
    TxContext bound = session.bound();
    if (bound != null) {
      bound.requireWritable();
      if (!bound.savepointsAllowed()) {
        throw new IllegalStateException("a delivery needs savepoints, which this host forbids");
      }
    }
    int done = 0;
    int before;
    do {
      before = done;
      done += pass(session);
    } while (done > before);
    return done;
  }

  /**
   * Goes once through everything that waits, in order. A queue whose head cannot be delivered now
   * is passed over from there on; however long it is, it keeps no other waiting.
   */
  private int pass(SessionImpl session) {
    int done = 0;
    Set<Queue> held = new HashSet<>();
    PageKey after = null;
    List<Delivery> window;
    do {
      window = window(session, after);
      for (Delivery delivery : window) {
        Queue queue = new Queue(delivery.subscriber(), delivery.subject());
        if (!held.contains(queue)) {
          if (isDue(delivery) && attempt(session, delivery)) {
            done++;
          } else {
            held.add(queue);
          }
        }
        after = PageKey.of(deliveries, IN_ORDER, delivery);
      }
    } while (window.size() == WINDOW);
    return done;
  }

  private boolean isDue(Delivery delivery) {
    return !delivery.attempts().dueAt().isAfter(kernel.now());
  }

  private List<TenantId> tenantsWithDue() {
    StorageTx storage = kernel.storage().begin();
    try {
      return storage.tenantsWith(deliveries, due());
    } finally {
      storage.rollback();
    }
  }

  private Criteria<Delivery> due() {
    Instant soon = kernel.now().plusNanos(1_000);
    return KernelEntities.PARKED.eq(false).and(KernelEntities.DUE_AT.lessThan(soon));
  }

  /** What waits after this place, in the order of delivery. */
  private List<Delivery> window(SessionImpl session, @Nullable PageKey after) {
    TxContext bound = session.bound();
    StorageTx storage = bound != null ? bound.storage() : kernel.storage().begin();
    try {
      Criteria<Delivery> waiting = KernelEntities.PARKED.eq(false);
      return storage.select(
          deliveries, session.tenant(), new Selection<>(waiting, IN_ORDER, WINDOW, after));
    } finally {
      if (bound == null) {
        storage.rollback();
      }
    }
  }

  /** Null if no module here knows the id, or it is off: the delivery waits. */
  private Extensions.@Nullable Subscriber subscriber(SessionImpl session, Delivery delivery) {
    return kernel.extensions().durable().values().stream()
        .flatMap(List::stream)
        .filter(s -> s.id().equals(delivery.subscriber()))
        .filter(s -> kernel.switches().isOn(session.tenant(), s.module(), session.bound()))
        .findFirst()
        .orElse(null);
  }

  private boolean attempt(SessionImpl caller, Delivery delivery) {
    Extensions.Subscriber subscriber = subscriber(caller, delivery);
    if (subscriber == null) {
      return false;
    }
    Target target = new Target(delivery, subscriber);
    SessionImpl session = caller.asSystem();
    TxContext bound = session.bound();
    if (bound != null) {
      return attemptWithin(bound, session, target);
    }
    TxContext own = kernel.begin(TxContext.Kind.GROUP);
    try {
      boolean done = attemptWithin(own, session.boundTo(own), target);
      own.commit();
      return done;
    } catch (RuntimeException e) {
      LOG.warn("a delivery could not be recorded and will be tried again", e);
      return false;
    } finally {
      own.rollback();
    }
  }

  /** Handles the event and deletes the delivery together, or notes the failure. */
  private boolean attemptWithin(TxContext tx, SessionImpl session, Target target) {
    StorageTx storage = tx.storage();
    Delivery seen = target.delivery();
    if (!storage.tryLock(deliveries, session.tenant(), seen.id().value())) {
      return false;
    }
    Delivery current = storage.load(deliveries, session.tenant(), seen.id().value());
    if (current == null || current.version() != seen.version()) {
      return false;
    }
    Checkpoint checkpoint = Checkpoint.set(kernel, tx);
    try {
      handle(storage, session, target);
      storage.delete(deliveries, session.tenant(), current);
      checkpoint.keep();
      return true;
    } catch (RuntimeException e) {
      checkpoint.undo(e);
      tx.requireWhole();
      note(storage, session, current, e);
      return false;
    } finally {
      checkpoint.leave();
    }
  }

  private void handle(StorageTx storage, SessionImpl session, Target target) {
    StoredEvent stored = storage.load(events, session.tenant(), target.delivery().event().value());
    if (stored == null) {
      throw new IllegalStateException("the event is gone: " + target.delivery().event().value());
    }
    Class<? extends CrmEvent> type = kernel.extensions().events().get(stored.name());
    if (type == null) {
      throw new IllegalStateException("no module knows the event " + stored.name());
    }
    CrmEvent event = (CrmEvent) stored.payload().as(type);
    @SuppressWarnings("unchecked")
    EventHandler<CrmEvent> handler = (EventHandler<CrmEvent>) target.subscriber().provider().get();
    handler.on(
        session,
        new EventEnvelope<>(
            stored.id().value(),
            session.tenant(),
            stored.origin().actor(),
            stored.origin().occurredAt(),
            stored.origin().recordedAt(),
            event));
  }

  private void note(StorageTx storage, SessionImpl session, Delivery current, RuntimeException e) {
    int failed = current.attempts().count() + 1;
    boolean parked = failed >= MAX_ATTEMPTS;
    if (parked) {
      LOG.error("delivery {} to {} is parked", current.id().value(), current.subscriber(), e);
    } else {
      LOG.debug("delivery {} to {} failed", current.id().value(), current.subscriber(), e);
    }
    Attempts attempts =
        new Attempts(failed, kernel.now().plus(pause(failed)), parked, shortened(e));
    storage.update(
        deliveries,
        session.tenant(),
        current,
        new Delivery(
            current.id(),
            current.version() + 1,
            current.event(),
            current.subscriber(),
            current.subject(),
            current.sequence(),
            attempts));
    storage.flush();
  }

  private static String shortened(RuntimeException e) {
    String text = e.toString().replace("\u0000", "");
    return text.length() <= MAX_ERROR ? text : text.substring(0, MAX_ERROR);
  }

  /** Doubles with each failure, up to a limit; a quarter of it by chance, to scatter rivals. */
  private static Duration pause(int failed) {
    long doubled = FIRST_PAUSE.toMillis() << Math.min(failed - 1, 20);
    long millis = Math.min(doubled, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
  }
}
