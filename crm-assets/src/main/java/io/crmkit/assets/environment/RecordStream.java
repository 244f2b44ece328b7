package io.crmkit.assets.environment;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.core.spi.work.ReadStore;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The rows of a query one by one, read page by page. For one thread. */
final class RecordStream<E> {

  private final ReadStore<E> store;
  private final Deque<E> rows = new ArrayDeque<>();
  private @Nullable Query<E> rest;

  RecordStream(ReadStore<E> store, Query<E> query) {
    this.store = store;
    this.rest = query;
  }

  /** The next row, left where it is; null after the last. */
  @Nullable E head() {
    Query<E> query = rest;
    if (rows.isEmpty() && query != null) {
      Page<E> page = store.page(query);
      rows.addAll(page.items());
      rest = page.next() == null ? null : query.after(page.next());
    }
    return rows.peek();
  }

  /** The next row; null after the last. */
  @Nullable E take() {
    head();
    return rows.poll();
  }
}
