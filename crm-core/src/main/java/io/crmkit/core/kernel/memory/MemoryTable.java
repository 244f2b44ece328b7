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

  private record IndexKey(String tenant, Object content) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof IndexKey key
          && key.tenant.equals(tenant)
          && key.content.equals(content);
    }

    @Override
    public int hashCode() {
      return 31 * tenant.hashCode() + content.hashCode();
    }
  }

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

  /**
   * Adds a committed state of a row; null deletes it.
   *
   * @return whether an older state, or the row's key, can be forgotten once nobody sees it any more
   */
  boolean commit(RowKey key, @Nullable Object row, long sequence) {
    Chain chain = rows.get(key);
    if (chain == null) {
      if (row == null) {
        return false;
      }
      chain = new Chain();
      chain.add(sequence, row);
      indexes.forEach((column, index) -> addTo(index, column, key, row));
      sorted.forEach(index -> index.add(key, row));
      rows.put(key, chain);
      return false;
    }
    if (row != null) {
      indexes.forEach((column, index) -> addTo(index, column, key, row));
      sorted.forEach(index -> index.add(key, row));
    }
    chain.add(sequence, row);
    return true;
  }

  /**
   * Forgets the states of a row that no snapshot from this one on can see, with their entries in
   * the indexes, and the row itself if it is deleted for all of them.
   */
  void forget(RowKey key, long oldestSnapshot) {
    Chain chain = rows.get(key);
    if (chain == null) {
      return;
    }
    List<Object> forgotten = chain.prune(oldestSnapshot);
    List<Object> kept = chain.rows();
    indexes.forEach((column, index) -> removeFrom(index, column, key, forgotten, kept));
    sorted.forEach(index -> index.remove(key, forgotten, kept));
    if (chain.isGone(oldestSnapshot)) {
      rows.remove(key);
    }
  }

  /** How many rows and index entries are kept, of any state. */
  int size() {
    return rows.size()
        + sorted.stream().mapToInt(SortedIndex::size).sum()
        + indexes.values().stream()
            .flatMap(index -> index.values().stream())
            .mapToInt(Set::size)
            .sum();
  }

  /**
   * Ids of rows that have one of these values in some state that somebody may see; null if there is
   * no index. Whoever asks looks at each row again.
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
      IndexKey indexKey = new IndexKey(key.tenant(), value);
      index.put(indexKey, IdSet.with(index.getOrDefault(indexKey, Set.of()), key.id()));
    }
  }

  private static void removeFrom(
      Map<IndexKey, Set<UUID>> index,
      Column column,
      RowKey key,
      List<Object> forgotten,
      List<Object> kept) {
    for (Object row : forgotten) {
      Object value = column.valueOf(row);
      if (value != null && kept.stream().noneMatch(k -> value.equals(column.valueOf(k)))) {
        index.computeIfPresent(
            new IndexKey(key.tenant(), value),
            (k, ids) -> {
              Set<UUID> left = IdSet.without(ids, key.id());
              return left.isEmpty() ? null : left;
            });
      }
    }
  }
}
