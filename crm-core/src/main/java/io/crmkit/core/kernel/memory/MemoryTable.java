package io.crmkit.core.kernel.memory;

import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The rows of one entity, and an index for each attribute that is looked up often. */
final class MemoryTable {

  private record IndexKey(String tenant, Object content) {}

  private final ConcurrentSkipListMap<RowKey, Chain> rows = new ConcurrentSkipListMap<>();
  private final Map<Column, Map<IndexKey, Set<UUID>>> indexes = new IdentityHashMap<>();
  private final List<SortedIndex> sorted;

  MemoryTable(EntityModel<?> model) {
    List<Column> columns = new ArrayList<>(model.indexed());
    model.uniqueKeys().forEach(columns::addAll);
    columns.forEach(c -> indexes.put(c, new ConcurrentHashMap<>()));
    sorted = model.ordered().stream().map(SortedIndex::new).toList();
  }

  @Nullable Chain chain(RowKey key) {
    return rows.get(key);
  }

  NavigableMap<RowKey, Chain> ofTenant(String tenant) {
    return rows.subMap(RowKey.first(tenant), true, RowKey.last(tenant), true);
  }

  List<SortedIndex> sorted() {
    return sorted;
  }

  Collection<RowKey> keys() {
    return rows.keySet();
  }

  void commit(RowKey key, @Nullable Object row, long sequence, long oldestSnapshot) {
    if (row != null) {
      indexes.forEach((column, index) -> addTo(index, column, key, row));
      sorted.forEach(index -> index.add(key, row));
    }
    rows.computeIfAbsent(key, k -> new Chain()).add(sequence, row, oldestSnapshot);
  }

  /**
   * Ids of rows that have, or once had, one of these values; null if there is no index. Whoever
   * asks looks at each row again.
   */
  @Nullable List<UUID> candidates(Column column, String tenant, Collection<?> values) {
    Map<IndexKey, Set<UUID>> index = indexes.get(column);
    if (index == null) {
      return null;
    }
    List<UUID> ids = new ArrayList<>();
    for (Object value : values) {
      ids.addAll(index.getOrDefault(new IndexKey(tenant, value), Set.of()));
    }
    return ids;
  }

  private static void addTo(Map<IndexKey, Set<UUID>> index, Column column, RowKey key, Object row) {
    Object value = column.valueOf(row);
    if (value != null) {
      index
          .computeIfAbsent(new IndexKey(key.tenant(), value), k -> ConcurrentHashMap.newKeySet())
          .add(key.id());
    }
  }
}
