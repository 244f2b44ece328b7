package io.crmkit.core.kernel.memory;

import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges committed rows, which come in order, with those of the transaction itself. */
final class SortedRows<E> {

  private final Selection<E> selection;
  private final Predicate<E> where;
  private final RowOrder<E> order;

  SortedRows(EntityModel<E> model, Selection<E> selection, Predicate<E> where) {
    this.selection = selection;
    this.where = where;
    this.order = new RowOrder<>(model, selection.orderBy());
  }

  /** As many as are wanted; no more of the committed ones are looked at than that needs. */
  List<E> merged(Stream<E> committed, Stream<E> own) {
    Iterator<E> left = committed.filter(this::isWanted).iterator();
    Iterator<E> right = own.filter(this::isWanted).sorted(order).iterator();
    List<E> rows = new ArrayList<>();
    E a = next(left);
    E b = next(right);
    while ((a != null || b != null)
        && (selection.limit() == 0 || rows.size() < selection.limit())) {
      if (b == null || (a != null && order.compare(a, b) < 0)) {
        add(rows, a);
        a = next(left);
      } else {
        add(rows, b);
        b = next(right);
      }
    }
    return rows;
  }

  private boolean isWanted(E row) {
    PageKey after = selection.after();
    return (after == null || order.isAfter(row, after)) && where.test(row);
  }

  private static <E> @Nullable E next(Iterator<E> rows) {
    return rows.hasNext() ? rows.next() : null;
  }

  private static <E> void add(List<E> rows, @Nullable E row) {
    if (row != null) {
      rows.add(row);
    }
  }
}
