package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.spi.storage.Entity;
import java.util.List;
import java.util.function.Consumer;

/** Rows of a tenant below the guard, in chunks. */
record RawRows(Scope scope) {

  private static final int CHUNK = 500;

  <E> void forEach(Entity<E> entity, Criteria<E> where, Consumer<E> consumer) {
    forEach(scope.kernel().models().of(entity), where, consumer);
  }

  /** Calls for each row, in the order of ids; it may change the row. */
  <E> void forEach(EntityModel<E> model, Criteria<E> where, Consumer<E> consumer) {
    PageKey after = null;
    List<E> rows;
    do {
      rows =
          scope
              .storage()
              .select(
                  model, scope.session().tenant(), new Selection<>(where, List.of(), CHUNK, after));
      for (E row : rows) {
        consumer.accept(row);
        after = PageKey.of(model, List.of(), row);
      }
    } while (rows.size() == CHUNK);
  }
}
