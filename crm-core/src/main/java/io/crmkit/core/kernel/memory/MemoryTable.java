package io.crmkit.core.kernel.memory;

import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.Field;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
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
import java.util.function.Function;
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
  private final Map<IndexKey, Set<UUID>> customIndex = new ConcurrentHashMap<>();
  private final List<SortedIndex> sorted;
  private final EntityModel<?> model;

  /** A value of a custom field, by its name, as it is kept. */
  private record CustomKey(String name, String text) {}

  MemoryTable(EntityModel<?> model) {
    this.model = model;
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
      addToIndexes(key, row);
      sorted.forEach(index -> index.add(key, row));
      rows.put(key, chain);
      return false;
    }
    if (row != null) {
      addToIndexes(key, row);
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
    indexes.forEach(
        (column, index) -> removeFrom(index, r -> valuesOf(column, r), key, forgotten, kept));
    removeFrom(customIndex, this::customKeys, key, forgotten, kept);
    sorted.forEach(index -> index.remove(key, forgotten, kept));
    if (chain.isGone(oldestSnapshot)) {
      rows.remove(key);
    }
  }

  /** How many rows and index entries are kept, of any state. */
  int size() {
    return rows.size()
        + customIndex.values().stream().mapToInt(Set::size).sum()
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
    if (column.path().startsWith(Field.PREFIX)) {
      List<UUID> ids = new ArrayList<>();
      for (Object value : values) {
        CustomKey key = new CustomKey(column.name(), DbType.text(value));
        ids.addAll(customIndex.getOrDefault(new IndexKey(tenant, key), Set.of()));
      }
      return ids;
    }
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

  private void addToIndexes(RowKey key, Object row) {
    indexes.forEach(
        (column, index) -> {
          Object value = column.valueOf(row);
          if (value != null) {
            add(index, key, value);
          }
        });
    if (model.isCustomizable()) {
      customKeys(row).forEach(value -> add(customIndex, key, value));
    }
  }

  private static void add(Map<IndexKey, Set<UUID>> index, RowKey key, Object value) {
    IndexKey indexKey = new IndexKey(key.tenant(), value);
    index.put(indexKey, IdSet.with(index.getOrDefault(indexKey, Set.of()), key.id()));
  }

  private static Collection<?> valuesOf(Column column, Object row) {
    Object value = column.valueOf(row);
    return value == null ? List.of() : List.of(value);
  }

  private Collection<?> customKeys(Object row) {
    List<CustomKey> keys = new ArrayList<>();
    model
        .customOf(row)
        .texts()
        .forEach(
            (name, text) -> {
              keys.add(new CustomKey(name, text));
              // What is between commas may be several choices: the memory knows no definitions, and
              // whoever finds a row looks at it again.
              if (text.length() > 1 && text.startsWith(",")) {
                ChoicesField.split(text)
                    .forEach(choice -> keys.add(new CustomKey(name + ChoicesField.EACH, choice)));
              }
            });
    return keys;
  }

  private static void removeFrom(
      Map<IndexKey, Set<UUID>> index,
      Function<Object, Collection<?>> valuesOf,
      RowKey key,
      List<Object> forgotten,
      List<Object> kept) {
    for (Object row : forgotten) {
      for (Object value : valuesOf.apply(row)) {
        if (kept.stream().noneMatch(k -> valuesOf.apply(k).contains(value))) {
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
}
