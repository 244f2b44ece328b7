package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Work;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does to durable work: chunk by chunk, each a command of its own unless the
 * session has a transaction, audited row by row. Rows that somebody works on are left to him.
 */
final class Care<E> {

  private static final Set<String> CONTENT = Set.of("attempts.lastError", "payload");

  private static final int CHUNK = 200;

  private final Work work;
  private final Entity<E> entity;
  private final Class<?> kind;

  /**
   * @param kind what the access policy is asked about
   */
  Care(Work work, Entity<E> entity, Class<?> kind) {
    this.work = work;
    this.entity = entity;
    this.kind = kind;
  }

  /**
   * An act.
   *
   * @param command the name under which it is audited
   * @param operation what the access policy is asked for
   * @param doIt does it to rows that are locked
   */
  record Act<E>(String command, Operation operation, BiConsumer<Scope, List<E>> doIt) {}

  private record Done(int count, @Nullable PageKey last) {}

  private record Input(String query) {}

  /** Does it to all that match. */
  int toAll(Criteria<E> where, Act<E> act) {
    int count = 0;
    PageKey after = null;
    do {
      PageKey from = after;
      Done done =
          work.run(
              act.command(),
              new Input(where.toString()),
              tx -> chunk((Scope) tx, new Selection<>(where, List.of(), CHUNK, from), act));
      count += done.count();
      after = done.last();
    } while (after != null);
    return count;
  }

  private Done chunk(Scope scope, Selection<E> selection, Act<E> act) {
    new WorkAccess(scope.sessionImpl()).require(kind, act.operation());
    EntityModel<E> model = scope.kernel().models().of(entity);
    List<E> found = scope.storage().select(model, scope.session().tenant(), selection);
    List<E> ours =
        scope
            .storage()
            .claim(model, scope.session().tenant(), found.stream().map(model::idOf).toList())
            .stream()
            .filter(found::contains)
            .toList();
    act.doIt().accept(scope, ours);
    boolean more = found.size() == CHUNK;
    return new Done(
        ours.size(), more ? PageKey.of(model, List.of(), found.get(found.size() - 1)) : null);
  }

  /** Writes a row anew, and the audit of it. */
  static <E> void change(Scope scope, EntityModel<E> model, E before, E after) {
    scope.storage().update(model, scope.session().tenant(), before, after);
    scope.audit(
        AuditEntry.Operation.CHANGED,
        model.refOf(after),
        model.versionOf(after),
        withoutContent(AuditDiff.between(model, before, after)));
  }

  /** Deletes a row, and writes the audit of it. */
  static <E> void delete(Scope scope, EntityModel<E> model, E row) {
    scope.storage().delete(model, scope.session().tenant(), row);
    scope.audit(
        AuditEntry.Operation.DELETED,
        model.refOf(row),
        model.versionOf(row),
        withoutContent(AuditDiff.between(model, row, null)));
  }

  /** Errors and payloads may tell of people, and nothing says of whom: the audit keeps none. */
  private static List<FieldChange> withoutContent(List<FieldChange> changes) {
    return changes.stream().filter(c -> !CONTENT.contains(c.path())).toList();
  }
}
