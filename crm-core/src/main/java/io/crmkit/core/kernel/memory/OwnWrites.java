package io.crmkit.core.kernel.memory;

import io.crmkit.api.TenantId;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.StorageTx.MovingSavepoint;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction has written and not committed, and the way back to how it was. A row that was
 * deleted is there as null. Not safe for many threads, as a transaction is not.
 */
final class OwnWrites {

  private record Undo(EntityModel<?> model, RowKey key, boolean had, @Nullable Object row) {}

  private final Map<EntityModel<?>, NavigableMap<RowKey, @Nullable Object>> rows = new HashMap<>();
  private final Deque<Undo> undo = new ArrayDeque<>();

  void put(EntityModel<?> model, RowKey key, @Nullable Object row) {
    NavigableMap<RowKey, @Nullable Object> written =
        rows.computeIfAbsent(model, m -> new TreeMap<>());
    undo.push(new Undo(model, key, written.containsKey(key), written.get(key)));
    written.put(key, row);
  }

  /** What was written of a kind, in the order of keys. */
  NavigableMap<RowKey, @Nullable Object> of(EntityModel<?> model) {
    NavigableMap<RowKey, @Nullable Object> written = rows.get(model);
    return written == null ? Collections.emptyNavigableMap() : written;
  }

  /** What was written of a kind in a tenant, in the order of keys. */
  NavigableMap<RowKey, @Nullable Object> of(EntityModel<?> model, TenantId tenant) {
    String name = tenant.value();
    return of(model).subMap(RowKey.first(name), true, RowKey.last(name), true);
  }

  Map<EntityModel<?>, NavigableMap<RowKey, @Nullable Object>> all() {
    return rows;
  }

  MovingSavepoint mark() {
    return new Mark();
  }

  /** Nothing is held for a mark. */
  private final class Mark implements MovingSavepoint {
    private int mark = undo.size();

    @Override
    public void back() {
      while (undo.size() > mark) {
        Undo last = undo.pop();
        Map<RowKey, @Nullable Object> written = of(last.model());
        if (last.had()) {
          written.put(last.key(), last.row());
        } else {
          written.remove(last.key());
        }
      }
    }

    @Override
    public void rollback() {
      back();
    }

    @Override
    public void move() {
      mark = undo.size();
    }

    @Override
    public void release() {}
  }
}
