package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Tx;
import java.util.List;

/** Reads and writes the kernel's own rows, as another node or an older version would. */
public final class BelowTheGuard {

  private BelowTheGuard() {}

  /** Inserts the row as it is. */
  public static <E> void insert(Tx tx, Entity<E> entity, E row) {
    ((Scope) tx).insertRaw(entity, row);
  }

  /** Replaces the row, if it is still at the version of the first. */
  public static <E> void update(Tx tx, Entity<E> entity, E before, E after) {
    Scope scope = (Scope) tx;
    scope
        .storage()
        .update(scope.kernel().models().of(entity), scope.session().tenant(), before, after);
  }

  /** All rows of the tenant. */
  public static <E> List<E> all(Tx tx, Entity<E> entity) {
    Scope scope = (Scope) tx;
    return scope
        .storage()
        .select(
            scope.kernel().models().of(entity),
            scope.session().tenant(),
            Selection.all(Criteria.all()));
  }
}
