package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.Backlog.Counts;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.storage.StorageTx.Group;
import io.crmkit.core.kernel.storage.StorageTx.Grouping;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts what is to be done. */
final class BacklogReader {

  private final Kernel kernel;
  private final StorageTx storage;

  private record Place(TenantId tenant, String handler) {}

  BacklogReader(Kernel kernel, StorageTx storage) {
    this.kernel = kernel;
    this.storage = storage;
  }

  /** Of one tenant, or of all without their errors. */
  List<Backlog> of(@Nullable TenantId tenant) {
    Extensions.Durable durable = kernel.extensions().durable();
    List<Backlog> all = new ArrayList<>();
    all.addAll(
        of(
            tenant,
            new Asked<>(
                Backlog.Kind.DELIVERIES,
                DueWork.Due.DELIVERIES,
                WorkCriteria.DELIVERY_STATUS,
                durable.byId().keySet(),
                d -> d.attempts().lastError())));
    all.addAll(
        of(
            tenant,
            new Asked<>(
                Backlog.Kind.TIMERS,
                DueWork.Due.TIMERS,
                WorkCriteria.TIMER_STATUS,
                durable.timers().keySet(),
                t -> t.attempts().lastError())));
    return all;
  }

  /** One kind of work, and where it keeps what. */
  private record Asked<E>(
      Backlog.Kind kind,
      DueWork.Due<E> due,
      Attribute<E, WorkStatus> status,
      Set<String> known,
      Function<E, @Nullable String> error) {}

  private <E> List<Backlog> of(@Nullable TenantId tenant, Asked<E> asked) {
    DueWork.Due<E> due = asked.due();
    var model = kernel.models().of(due.entity());
    List<Attribute<E, ?>> keys = List.of(due.handler(), asked.status());
    Map<Place, Map<WorkStatus, Long>> counts = new LinkedHashMap<>();
    for (Group group :
        storage.groups(model, new Grouping<>(tenant, keys, due.dueAt()), Criteria.all())) {
      counts
          .computeIfAbsent(
              new Place(group.tenant(), group.keys().get(0)), p -> new EnumMap<>(WorkStatus.class))
          .put(WorkStatus.valueOf(group.keys().get(1)), group.count());
    }
    Map<Place, Group> dues = new LinkedHashMap<>();
    for (Group group :
        storage.groups(
            model,
            new Grouping<>(tenant, List.of(due.handler()), due.dueAt()),
            due.until(kernel.now()))) {
      dues.put(new Place(group.tenant(), group.keys().get(0)), group);
    }
    List<Backlog> all = new ArrayList<>();
    counts.forEach(
        (place, byStatus) ->
            all.add(
                new Backlog(
                    place.tenant(),
                    asked.kind(),
                    place.handler(),
                    asked.known().contains(place.handler()),
                    counts(byStatus, dues.get(place)),
                    oldest(dues.get(place)),
                    tenant != null && byStatus.containsKey(WorkStatus.PARKED)
                        ? error(place, asked)
                        : null)));
    all.sort(
        Comparator.comparing((Backlog b) -> b.tenant().value()).thenComparing(Backlog::handler));
    return all;
  }

  private static Counts counts(Map<WorkStatus, Long> counts, @Nullable Group due) {
    return new Counts(
        counts.getOrDefault(WorkStatus.WAITING, 0L),
        due == null ? 0 : due.count(),
        counts.getOrDefault(WorkStatus.HELD, 0L),
        counts.getOrDefault(WorkStatus.SUSPENDED, 0L),
        counts.getOrDefault(WorkStatus.PARKED, 0L));
  }

  private static @Nullable Instant oldest(@Nullable Group due) {
    return due == null ? null : due.oldest();
  }

  private <E> @Nullable String error(Place place, Asked<E> asked) {
    DueWork.Due<E> due = asked.due();
    Criteria<E> parked = due.handler().eq(place.handler()).and(due.dueAt().atLeast(Attempts.NEVER));
    List<E> some =
        storage.select(
            kernel.models().of(due.entity()),
            place.tenant(),
            new Selection<>(parked, List.of(due.dueAt().ascending()), 1, null));
    return some.isEmpty() ? null : asked.error().apply(some.get(0));
  }
}
