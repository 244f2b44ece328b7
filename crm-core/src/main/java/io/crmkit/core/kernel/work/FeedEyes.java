package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.core.kernel.model.CustomColumns;
import io.crmkit.core.kernel.model.EntityModel;
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
 * What a reader of the feed is told: of records that he may see now, everything; of others, only
 * that they are gone, or that they may have left his view.
 */
final class FeedEyes {

  private final Scope scope;
  private final AuditVeil veil;
  private final Map<String, @Nullable View> views = new HashMap<>();

  /**
   * What may be seen of one entity.
   *
   * @param everything whether all of its records
   * @param visible the ids of those at hand that may be seen
   * @param there the ids of those at hand that exist
   * @param decisive the attributes on which it depends what may be seen
   */
  private record View(
      boolean everything, Set<UUID> visible, Set<UUID> there, Set<String> decisive) {}

  FeedEyes(Scope scope) {
    this.scope = scope;
    this.veil = new AuditVeil(scope, scope.kernel().models());
  }

  List<FeedChange> over(List<AuditEntry> entries) {
    Map<String, Set<UUID>> subjects = new HashMap<>();
    entries.forEach(
        e ->
            subjects
                .computeIfAbsent(e.subject().entity(), n -> new HashSet<>())
                .add(e.subject().id()));
    subjects.forEach((entity, ids) -> views.put(entity, view(entity, ids)));
    List<FeedChange> changes = new ArrayList<>();
    for (AuditEntry entry : entries) {
      View view = views.get(entry.subject().entity());
      FeedChange change = view == null ? null : told(entry, view);
      if (change != null) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** Null if nothing may be seen, or no loaded module has the entity. */
  private @Nullable View view(String entity, Set<UUID> ids) {
    EntityModel<?> model = scope.kernel().models().named(entity);
    if (model == null) {
      return null;
    }
    try {
      return view(model, ids);
    } catch (AccessDenied none) {
      return null;
    }
  }

  private <E> View view(EntityModel<E> model, Set<UUID> ids) {
    Criteria<E> allowed = scope.allowed(model, Operation.READ);
    if (allowed instanceof Criteria.All<E>) {
      return new View(true, Set.of(), Set.of(), Set.of());
    }
    Predicate<E> matches = scope.matching(model, allowed);
    Set<UUID> visible = new HashSet<>();
    Set<UUID> there = new HashSet<>();
    for (E row : scope.storage().loadAll(model, scope.session().tenant(), ids)) {
      there.add(model.idOf(row));
      if (matches.test(row)) {
        visible.add(model.idOf(row));
      }
    }
    Set<String> decisive = new HashSet<>();
    collect(allowed, decisive);
    return new View(false, visible, there, decisive);
  }

  private @Nullable FeedChange told(AuditEntry entry, View view) {
    UUID id = entry.subject().id();
    if (view.everything() || view.visible().contains(id)) {
      return whole(entry);
    }
    if (entry.operation() == AuditEntry.Operation.DELETED) {
      return bare(entry, FeedChange.Kind.DELETED);
    } else if (entry.operation() == AuditEntry.Operation.ERASED) {
      return bare(entry, FeedChange.Kind.ERASED);
    }
    boolean mayHaveLeft =
        entry.operation() == AuditEntry.Operation.CHANGED
            && view.there().contains(id)
            && entry.changes().stream().anyMatch(c -> isDecisive(c.path(), view.decisive()));
    return mayHaveLeft ? bare(entry, FeedChange.Kind.WITHDRAWN) : null;
  }

  private static boolean isDecisive(String path, Set<String> decisive) {
    return decisive.stream().anyMatch(d -> path.equals(d) || path.startsWith(d + "["));
  }

  private FeedChange whole(AuditEntry entry) {
    return new FeedChange(
        FeedChange.Kind.valueOf(entry.operation().name()),
        entry.subject(),
        entry.subjectVersion(),
        entry.caller().actor(),
        entry.times(),
        veil.over(List.of(entry)).get(0).changes());
  }

  private static FeedChange bare(AuditEntry entry, FeedChange.Kind kind) {
    return new FeedChange(
        kind, entry.subject(), entry.subjectVersion(), null, entry.times(), List.of());
  }

  /** The attributes and parts of the entity itself that the criteria look at. */
  private static void collect(Criteria<?> criteria, Set<String> paths) {
    if (criteria instanceof Criteria.And<?> and) {
      and.all().forEach(c -> collect(c, paths));
    } else if (criteria instanceof Criteria.Or<?> or) {
      or.any().forEach(c -> collect(c, paths));
    } else if (criteria instanceof Criteria.Not<?> not) {
      collect(not.of(), paths);
    } else if (criteria instanceof Criteria.In<?, ?> in) {
      paths.add(CustomColumns.fieldOf(in.attribute().path()));
    } else if (criteria instanceof Criteria.Range<?, ?> range) {
      paths.add(range.attribute().path());
    } else if (criteria instanceof Criteria.StartsWith<?> starts) {
      paths.add(starts.attribute().path());
    } else if (criteria instanceof Criteria.Contains<?> contains) {
      paths.add(contains.attribute().path());
    } else if (criteria instanceof Criteria.Present<?> present) {
      paths.add(present.attribute().path());
    } else if (criteria instanceof Criteria.AnyPart<?, ?> any) {
      paths.add(any.parts().path());
    } else if (criteria instanceof Criteria.Ref<?, ?> ref) {
      paths.add(ref.attribute().path());
    } else if (criteria instanceof Criteria.Having<?, ?>) {
      paths.add("id");
    } else if (criteria instanceof Criteria.Below<?> below) {
      paths.add(below.parent().path());
    }
  }
}
