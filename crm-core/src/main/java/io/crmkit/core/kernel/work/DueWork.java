package io.crmkit.core.kernel.work;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.QueuedTimer;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.storage.StorageTx.Group;
import io.crmkit.core.kernel.storage.StorageTx.Grouping;
import io.crmkit.core.spi.storage.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is due and does it: deliveries of durable events and timers. Several threads and nodes
 * may do so at once, since whoever locks a piece of work has it, and a node that dies lets go of
 * its locks. Whatever is found is found by an index on when it is due, so that the cost follows
 * what is due, not what waits. Safe for many threads.
 */
public final class DueWork {

  /**
   * When work that waits for something else is looked at again, should nobody have taken it up by
   * then. It is taken up at once when that something happens; this is for what was overlooked.
   */
  static final Duration LOOK_AGAIN = Duration.ofDays(1);

  /**
   * How long work is left alone that nobody here can do: while nodes are updated one after the
   * other, a neighbour may know what this node does not.
   */
  static final Duration GRACE = Duration.ofMinutes(2);

  private static final int WINDOW = 200;
  private static final int MOST_WINDOWS = 25;

  private final Kernel kernel;
  private final DeliveryRun deliveries;
  private final TimerRun timers;

  public DueWork(Kernel kernel) {
    this.kernel = kernel;
    this.deliveries = new DeliveryRun(kernel);
    this.timers = new TimerRun(kernel);
  }

  /** Does what is due of this kind, of every tenant, until nothing more can be done. */
  public int doAll(Lane.Kind kind) {
    resumeWanted();
    int done = 0;
    int before;
    do {
      before = done;
      Set<TenantId> tenants = new HashSet<>();
      lanes(kind, null).forEach(lane -> tenants.add(lane.tenant()));
      for (TenantId tenant :
          tenants.stream().sorted(Comparator.comparing(TenantId::value)).toList()) {
        done += doAll(kind, SessionImpl.of(kernel, tenant, Actor.system()));
      }
    } while (done > before);
    return done;
  }

  /** Does what is due for the session's tenant, within its transaction if it has one. */
  int doAll(Lane.Kind kind, SessionImpl session) {
    TxContext bound = session.bound();
    if (bound != null) {
      bound.requireWritable();
      if (!bound.savepointsAllowed()) {
        throw new IllegalStateException("a delivery needs savepoints, which this host forbids");
      }
    }
    if (bound == null && kernel.toBeResumed().remove(session.tenant())) {
      new Resumption(kernel).resume(session.tenant());
    }
    int done = 0;
    int before;
    do {
      before = done;
      for (Lane lane : lanes(kind, session)) {
        done += pass(lane, session);
      }
    } while (done > before);
    return done;
  }

  /** Goes once through what is due on the lane. */
  private int pass(Lane lane, SessionImpl session) {
    int done = 0;
    Set<Object> seen = new HashSet<>();
    List<DueTask> window;
    do {
      window = tasks(new Search(lane, session, seen::contains));
      for (DueTask task : window) {
        seen.add(task.key());
        done += task.work().getAsInt();
      }
    } while (!window.isEmpty());
    return done;
  }

  /** The lanes of all tenants on which something is due. */
  public List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>(lanes(Lane.Kind.DELIVERIES, null));
    lanes.addAll(lanes(Lane.Kind.TIMERS, null));
    return lanes;
  }

  /**
   * Some of the tasks that are due on the lane, the longest due first.
   *
   * @param skip the keys of tasks that are not wanted
   */
  public List<DueTask> tasks(Lane lane, Predicate<Object> skip) {
    return tasks(new Search(lane, SessionImpl.of(kernel, lane.tenant(), Actor.system()), skip));
  }

  /**
   * Takes up again what waited for a module that is back, and, once after the start, what no node
   * knew how to do and this one does.
   */
  public void resumeWanted() {
    if (kernel.resumed().compareAndSet(false, true)) {
      try {
        new Resumption(kernel).resumeAll();
      } catch (RuntimeException e) {
        kernel.resumed().set(false);
        throw e;
      }
    }
    for (TenantId tenant : List.copyOf(kernel.toBeResumed())) {
      kernel.toBeResumed().remove(tenant);
      new Resumption(kernel).resume(tenant);
    }
  }

  /** What there is to do, of all tenants. */
  public List<Backlog> backlog() {
    return read(kernel, null, storage -> new BacklogReader(kernel, storage).of(null));
  }

  /** The same, as far as the policy lets the operator see it. */
  public List<Backlog> backlog(Actor operator) {
    return backlog().stream()
        .filter(
            b ->
                new WorkAccess(SessionImpl.of(kernel, b.tenant(), operator))
                    .allows(
                        b.kind() == Backlog.Kind.DELIVERIES
                            ? QueuedDelivery.class
                            : QueuedTimer.class,
                        Operation.READ))
        .toList();
  }

  private record Search(Lane lane, SessionImpl session, Predicate<Object> skip) {}

  private List<DueTask> tasks(Search search) {
    return switch (search.lane().kind()) {
      case DELIVERIES ->
          tasks(
              search,
              Due.DELIVERIES,
              found -> deliveries.tasks(search.lane(), search.session(), found));
      case TIMERS ->
          tasks(search, Due.TIMERS, found -> timers.tasks(search.lane(), search.session(), found));
      case FEED ->
          List.of(
              new DueTask(
                  search.lane(),
                  search.lane(),
                  () -> new FeedNumbering(kernel).number(search.lane().tenant())));
    };
  }

  /** Looks on as long as it finds nothing but what is to be skipped. */
  private <E> List<DueTask> tasks(
      Search search, Due<E> due, Function<List<E>, List<DueTask>> made) {
    EntityModel<E> model = kernel.models().of(due.entity());
    List<Order<E>> order = List.of(due.dueAt().ascending());
    Criteria<E> where = due.handler().eq(search.lane().handler()).and(due.until(kernel.now()));
    PageKey after = null;
    for (int i = 0; i < MOST_WINDOWS; i++) {
      Selection<E> window = new Selection<>(where, order, WINDOW, after);
      List<E> found =
          read(kernel, search.session(), s -> s.select(model, search.lane().tenant(), window));
      List<DueTask> tasks =
          made.apply(found).stream().filter(t -> !search.skip().test(t.key())).toList();
      if (!tasks.isEmpty() || found.size() < WINDOW) {
        return tasks;
      }
      after = PageKey.of(model, order, found.get(found.size() - 1));
    }
    return List.of();
  }

  private List<Lane> lanes(Lane.Kind kind, @Nullable SessionImpl session) {
    return switch (kind) {
      case DELIVERIES -> lanes(kind, session, Due.DELIVERIES);
      case TIMERS -> lanes(kind, session, Due.TIMERS);
      // Whoever commits says so; what a node left that died is found by whoever reads.
      case FEED -> List.of();
    };
  }

  private <E> List<Lane> lanes(Lane.Kind kind, @Nullable SessionImpl session, Due<E> due) {
    EntityModel<E> model = kernel.models().of(due.entity());
    Grouping<E> by =
        new Grouping<>(
            session == null ? null : session.tenant(), List.of(due.handler()), due.dueAt());
    List<Group> groups =
        read(kernel, session, storage -> storage.groups(model, by, due.until(kernel.now())));
    return groups.stream()
        .map(g -> new Lane(kind, g.tenant(), g.keys().get(0)))
        .sorted(Comparator.comparing(Lane::handler))
        .toList();
  }

  /** Reads in the transaction at hand, or in one of its own. */
  static <R> R read(Kernel kernel, @Nullable SessionImpl session, Function<StorageTx, R> read) {
    TxContext bound = session == null ? null : session.bound();
    if (bound != null) {
      return read.apply(bound.storage());
    }
    StorageTx alone = kernel.storage().begin();
    try {
      return read.apply(alone);
    } finally {
      alone.rollback();
    }
  }

  /** Where an entity says who does it and when. */
  record Due<E>(Entity<E> entity, Attribute<E, String> handler, Attribute<E, Instant> dueAt) {

    static final Due<KernelEntities.Delivery> DELIVERIES =
        new Due<>(
            KernelEntities.DELIVERIES,
            Attribute.of(KernelEntities.Delivery.class, "subscriber", String.class),
            Attribute.of(KernelEntities.Delivery.class, "attempts.dueAt", Instant.class));

    static final Due<KernelEntities.StoredTimer> TIMERS =
        new Due<>(
            KernelEntities.TIMERS,
            Attribute.of(KernelEntities.StoredTimer.class, "handler", String.class),
            Attribute.of(KernelEntities.StoredTimer.class, "attempts.dueAt", Instant.class));

    /** What is due now. */
    Criteria<E> until(Instant now) {
      return dueAt.lessThan(now.plusNanos(1_000));
    }
  }
}
