package io.crmkit.core.kernel.work;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.storage.StorageTx.Grouping;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes suspended work due whose handler is here, and on, again. In chunks, each in a transaction
 * of its own.
 */
final class Resumption {

  private static final int CHUNK = 500;

  private final Kernel kernel;
  private final EntityModel<Delivery> deliveries;
  private final EntityModel<StoredTimer> timers;

  Resumption(Kernel kernel) {
    this.kernel = kernel;
    this.deliveries = kernel.models().of(KernelEntities.DELIVERIES);
    this.timers = kernel.models().of(KernelEntities.TIMERS);
  }

  private static <E> Criteria<E> suspended(Class<E> type) {
    return Attribute.of(type, "attempts.status", WorkStatus.class).eq(WorkStatus.SUSPENDED);
  }

  /** For every tenant that has such work. */
  void resumeAll() {
    Set<String> tenants = new TreeSet<>();
    List<StorageTx.Group> groups = new ArrayList<>();
    DueWork.read(
        kernel,
        null,
        storage -> {
          groups.addAll(
              storage.groups(
                  deliveries,
                  new Grouping<>(null, List.of(), DueWork.Due.DELIVERIES.dueAt()),
                  suspended(Delivery.class)));
          return groups.addAll(
              storage.groups(
                  timers,
                  new Grouping<>(null, List.of(), DueWork.Due.TIMERS.dueAt()),
                  suspended(StoredTimer.class)));
        });
    groups.forEach(g -> tenants.add(g.tenant().value()));
    tenants.forEach(t -> resume(new TenantId(t)));
  }

  /** Where modules were switched on. */
  void resume(TenantId tenant) {
    resumeDeliveries(tenant);
    resumeTimers(tenant);
  }

  private void resumeDeliveries(TenantId tenant) {
    List<String> active = new ArrayList<>();
    Map<String, Extensions.Subscriber> known = kernel.extensions().durable().byId();
    known.forEach((id, s) -> addIfOn(tenant, id, s.module(), active));
    Criteria<Delivery> where =
        suspended(Delivery.class).and(DueWork.Due.DELIVERIES.handler().in(active));
    int count;
    do {
      count =
          chunk(
              tenant,
              in -> {
                List<Delivery> some = claimed(in, deliveries, where, d -> d.id());
                for (Delivery d : some) {
                  Attempts due = d.attempts().as(WorkStatus.WAITING, kernel.now());
                  in.storage().update(deliveries, tenant, d, d.with(due));
                }
                return some.size();
              });
    } while (count == CHUNK);
  }

  private void resumeTimers(TenantId tenant) {
    List<String> active = new ArrayList<>();
    Map<String, Extensions.TimerEntry> known = kernel.extensions().durable().timers();
    known.forEach((id, t) -> addIfOn(tenant, id, t.module(), active));
    Criteria<StoredTimer> where =
        suspended(StoredTimer.class).and(DueWork.Due.TIMERS.handler().in(active));
    int count;
    do {
      count =
          chunk(
              tenant,
              in -> {
                List<StoredTimer> some = claimed(in, timers, where, t -> t.id());
                for (StoredTimer t : some) {
                  Attempts due = t.attempts().as(WorkStatus.WAITING, kernel.now());
                  in.storage().update(timers, tenant, t, t.with(due));
                }
                return some.size();
              });
    } while (count == CHUNK);
  }

  private void addIfOn(TenantId tenant, String id, String module, List<String> active) {
    if (kernel.switches().isOn(tenant, module, null)) {
      active.add(id);
    }
  }

  private int chunk(TenantId tenant, java.util.function.ToIntFunction<Attempted.In> work) {
    return new Attempted(kernel, SessionImpl.of(kernel, tenant, Actor.system())).run(work);
  }

  private static <E> List<E> claimed(
      Attempted.In in,
      EntityModel<E> model,
      Criteria<E> where,
      java.util.function.Function<E, KernelId> id) {
    List<E> found =
        in.storage().select(model, in.tenant(), new Selection<>(where, List.of(), CHUNK, null));
    List<E> claimed =
        in.storage()
            .claim(model, in.tenant(), found.stream().map(e -> id.apply(e).value()).toList());
    return claimed.stream().filter(found::contains).toList();
  }
}
