package io.crmkit.core.kernel.work;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the audit, the latest entries first, and leaves out what the caller may not see.
 */
final class AuditPages {

  private static final List<Order<AuditEntry>> LATEST_FIRST =
      List.of(KernelEntities.AUDIT_RECORDED.descending());
  private static final int CHUNK = 200;
  private static final int MOST_LOOKED_THROUGH = 5_000;

  private final Scope scope;
  private final EntityModel<AuditEntry> model;

  AuditPages(Scope scope) {
    this.scope = scope;
    this.model = scope.kernel().models().of(KernelEntities.AUDIT);
  }

  Page<AuditEntry> page(AuditSearch search) {
    String cursor = search.after();
    PageKey after = cursor == null ? null : PageKey.read(model, LATEST_FIRST, cursor);
    Criteria<AuditEntry> where = permitted().and(sought(search));
    Predicate<AuditEntry> rest = rest(search);
    List<AuditEntry> found = new ArrayList<>();
    for (int looked = 0; looked < MOST_LOOKED_THROUGH; looked += CHUNK) {
      List<AuditEntry> chunk = chunk(search.recorded(), where, after);
      List<AuditEntry> seen = chunk.subList(0, Math.min(CHUNK, chunk.size()));
      Set<UUID> visible = visible(seen.stream().filter(rest).toList());
      for (int i = 0; i < seen.size(); i++) {
        AuditEntry entry = seen.get(i);
        after = PageKey.of(model, LATEST_FIRST, entry);
        if (visible.contains(entry.id().value())) {
          found.add(entry);
        }
        if (found.size() == search.limit()) {
          boolean last = i == chunk.size() - 1;
          return new Page<>(found, last ? null : after.write(LATEST_FIRST));
        }
      }
      if (chunk.size() <= CHUNK) {
        return new Page<>(found, null);
      }
    }
    return new Page<>(found, after == null ? null : after.write(LATEST_FIRST));
  }

  private List<AuditEntry> chunk(
      AuditSearch.Span recorded, Criteria<AuditEntry> where, @Nullable PageKey after) {
    Criteria<AuditEntry> from = where;
    if (recorded.from() != null) {
      from = from.and(KernelEntities.AUDIT_RECORDED.atLeast(recorded.from()));
    }
    Instant until = until(recorded, after);
    if (until != null) {
      from = from.and(KernelEntities.AUDIT_RECORDED.lessThan(until));
    }
    return scope
        .storage()
        .select(
            model, scope.session().tenant(), new Selection<>(from, LATEST_FIRST, CHUNK + 1, after));
  }

  /** The end of the span; on a later page that page's begin, where the index is entered. */
  private static @Nullable Instant until(AuditSearch.Span recorded, @Nullable PageKey after) {
    Instant until = recorded.until();
    if (after == null || !(after.values().get(0) instanceof Instant last)) {
      return until;
    }
    Instant behind = last.plus(1, ChronoUnit.MICROS);
    return until == null || behind.isBefore(until) ? behind : until;
  }

  /** What an index is looked through by: the narrowest of what is given. */
  private static Criteria<AuditEntry> sought(AuditSearch search) {
    if (search.correlationId() != null) {
      return KernelEntities.AUDIT_CORRELATION.eq(search.correlationId());
    } else if (search.actor() != null) {
      return KernelEntities.AUDIT_ACTOR.eq(search.actor());
    }
    return search.command() == null
        ? Criteria.all()
        : KernelEntities.AUDIT_COMMAND.eq(search.command());
  }

  /** What is picked from that, so that no statement looks for long for something rare. */
  private static Predicate<AuditEntry> rest(AuditSearch search) {
    return entry ->
        isWanted(search.actor(), entry.caller().actor())
            && isWanted(search.command(), entry.caller().command())
            && isWanted(search.entity(), entry.subject().entity());
  }

  private static boolean isWanted(@Nullable String wanted, String is) {
    return wanted == null || wanted.equals(is);
  }

  @SuppressWarnings("unchecked")
  private Criteria<AuditEntry> permitted() {
    AccessRequest.Operation read = AccessRequest.Operation.READ;
    Access access =
        scope
            .kernel()
            .environment()
            .policy()
            .decide(
                new AccessRequest(
                    scope.session().tenant(), scope.session().actor(), read, AuditEntry.class));
    if (access instanceof Access.Deny deny) {
      throw new AccessDenied("read", model.name(), deny.reason());
    }
    return access instanceof Access.Only only
        ? (Criteria<AuditEntry>) only.criteria()
        : Criteria.all();
  }

  /** The ids of those entries whose records the caller may see. */
  private Set<UUID> visible(List<AuditEntry> entries) {
    Map<String, Set<UUID>> subjects = new HashMap<>();
    entries.forEach(
        e ->
            subjects
                .computeIfAbsent(e.subject().entity(), name -> new HashSet<>())
                .add(e.subject().id()));
    Map<String, Set<UUID>> seen = new HashMap<>();
    subjects.forEach((name, ids) -> seen.put(name, seen(name, ids)));
    Set<UUID> visible = new HashSet<>();
    for (AuditEntry entry : entries) {
      if (seen.getOrDefault(entry.subject().entity(), Set.of()).contains(entry.subject().id())) {
        visible.add(entry.id().value());
      }
    }
    return visible;
  }

  private Set<UUID> seen(String entity, Set<UUID> ids) {
    EntityModel<?> subject = scope.kernel().models().named(entity);
    return subject == null || !AuditLogService.mayBeShown(scope, subject)
        ? Set.of()
        : seen(subject, ids);
  }

  private <E> Set<UUID> seen(EntityModel<E> subject, Set<UUID> ids) {
    try {
      if (scope.seesAll(subject)) {
        return ids;
      }
      Set<UUID> seen = new HashSet<>();
      scope
          .store(subject.entity())
          .findAll(ids.stream().map(KernelId::new).toList())
          .forEach(row -> seen.add(subject.idOf(row)));
      return seen;
    } catch (AccessDenied none) {
      return Set.of();
    }
  }
}
