package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.QueuedTimer;
import io.crmkit.api.relay.Replay;
import io.crmkit.api.relay.ReplayReport;
import io.crmkit.api.relay.TimerQuery;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks after the durable work of the session's tenant. */
final class DurableWorkService implements DurableWork {

  private final Work work;

  @Inject
  DurableWorkService(Work work) {
    this.work = work;
  }

  @Override
  public List<Backlog> backlog() {
    return work.read(
        tx -> {
          Scope scope = (Scope) tx;
          WorkAccess access = new WorkAccess(scope.sessionImpl());
          access.require(QueuedDelivery.class, Operation.READ);
          access.require(QueuedTimer.class, Operation.READ);
          return new BacklogReader(scope.kernel(), scope.storage()).of(scope.session().tenant());
        });
  }

  @Override
  public Page<QueuedDelivery> deliveries(DeliveryQuery query) {
    return work.read(
        tx -> {
          Scope scope = (Scope) tx;
          new WorkAccess(scope.sessionImpl()).require(QueuedDelivery.class, Operation.READ);
          EntityModel<Delivery> model = scope.kernel().models().of(KernelEntities.DELIVERIES);
          Search<Delivery> search =
              new Search<>(WorkCriteria.of(query), query.limit(), query.after());
          return page(scope, model, search, Snapshots::of);
        });
  }

  @Override
  public Page<QueuedTimer> timers(TimerQuery query) {
    return work.read(
        tx -> {
          Scope scope = (Scope) tx;
          new WorkAccess(scope.sessionImpl()).require(QueuedTimer.class, Operation.READ);
          EntityModel<StoredTimer> model = scope.kernel().models().of(KernelEntities.TIMERS);
          Search<StoredTimer> search =
              new Search<>(WorkCriteria.of(query), query.limit(), query.after());
          return page(scope, model, search, Snapshots::of);
        });
  }

  private record Search<E>(Criteria<E> where, int limit, @Nullable String after) {}

  private static <E, S> Page<S> page(
      Scope scope, EntityModel<E> model, Search<E> search, Function<E, S> snapshot) {
    String cursor = search.after();
    PageKey after = cursor == null ? null : PageKey.read(model, List.of(), cursor);
    List<E> rows =
        scope
            .storage()
            .select(
                model,
                scope.session().tenant(),
                new Selection<>(search.where(), List.of(), search.limit() + 1, after));
    boolean more = rows.size() > search.limit();
    List<E> items = more ? rows.subList(0, search.limit()) : rows;
    return new Page<>(
        items.stream().map(snapshot).toList(),
        more ? PageKey.of(model, List.of(), items.get(items.size() - 1)).write(List.of()) : null);
  }

  @Override
  public int retry(DeliveryQuery which) {
    return new DeliveryCare(work).retry(which.standing(WorkStatus.PARKED));
  }

  @Override
  public int retry(TimerQuery which) {
    return new TimerCare(work).retry(which.standing(WorkStatus.PARKED));
  }

  @Override
  public int discard(DeliveryQuery which) {
    return new DeliveryCare(work)
        .discard(which.status() == null ? which.standing(WorkStatus.PARKED) : which);
  }

  @Override
  public int discard(TimerQuery which) {
    return new TimerCare(work)
        .discard(which.status() == null ? which.standing(WorkStatus.PARKED) : which);
  }

  @Override
  public ReplayReport replay(Replay command) {
    return new ReplayRun(work).replay(command);
  }
}
