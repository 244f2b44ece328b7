package io.crmkit.core.kernel.memory;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one entity by some of their attributes, in order: what due work is found by. It has an
 * entry for each state that somebody may see, so that whoever asks compares each row once more.
 */
final class SortedIndex {

  /**
   * A place in the order.
   *
   * @param values those of the first so many columns
   * @param id null for the place before all rows with these values
   */
  record Entry(String tenant, List<Object> values, @Nullable UUID id) {}

  /**
   * How the index serves a selection.
   *
   * @param values the values of the first columns, which are equal in all rows
   * @param range the range of the column behind them, or null
   */
  record Use(SortedIndex index, List<Object> values, Criteria.@Nullable Range<?, ?> range) {}

  private final List<Column> columns;
  private final ConcurrentSkipListSet<Entry> entries = new ConcurrentSkipListSet<>(this::compare);

  SortedIndex(List<Column> columns) {
    this.columns = columns;
  }

  void add(RowKey key, Object row) {
    entries.add(entry(key, row));
  }

  /** Forgets the places of states that nobody sees any more. */
  void remove(RowKey key, List<Object> forgotten, List<Object> kept) {
    for (Object row : forgotten) {
      List<Object> values = valuesOf(row);
      if (kept.stream().noneMatch(k -> values.equals(valuesOf(k)))) {
        entries.remove(new Entry(key.tenant(), values, key.id()));
      }
    }
  }

  int size() {
    return entries.size();
  }

  /** The first tenant behind this one that has a row; null if there is none. */
  @Nullable String tenantAfter(@Nullable String tenant) {
    Entry from = new Entry(tenant == null ? "" : tenant + "\0", List.of(), null);
    Entry next = entries.ceiling(from);
    return next == null ? null : next.tenant();
  }

  /**
   * How this index gives the rows of a selection in their order.
   *
   * @return null if it does not
   */
  <E> @Nullable Use use(Selection<E> selection) {
    Map<String, Criteria<E>> leaves = Leaves.of(selection.where());
    List<Object> values = new ArrayList<>();
    for (Column column : columns) {
      if (leaves.get(column.path()) instanceof Criteria.In<E, ?> in && in.values().size() == 1) {
        values.add(column.codec().encode(column.path(), in.values().get(0)));
      } else {
        break;
      }
    }
    List<Order<E>> orders = selection.orderBy();
    if (orders.isEmpty() || values.size() + orders.size() != columns.size()) {
      return null;
    }
    for (int i = 0; i < orders.size(); i++) {
      Column column = columns.get(values.size() + i);
      if (!orders.get(i).attribute().path().equals(column.path())
          || orders.get(i).direction() != Order.Direction.ASCENDING) {
        return null;
      }
    }
    Criteria<E> next = leaves.get(columns.get(values.size()).path());
    return new Use(this, values, next instanceof Criteria.Range<?, ?> range ? range : null);
  }

  /** Entries in order, from the place after which the selection begins. */
  <E> Stream<Entry> entries(String tenant, Use use, Selection<E> selection) {
    List<Object> lowest = new ArrayList<>(use.values());
    Column ranged = columns.get(use.values().size());
    Criteria.Range<?, ?> range = use.range();
    Object from = range == null ? null : range.from();
    if (from != null) {
      lowest.add(ranged.codec().encode(ranged.path(), from));
    }
    Entry begin = new Entry(tenant, lowest, null);
    PageKey after = selection.after();
    if (after != null) {
      List<Object> place = new ArrayList<>(use.values());
      for (Object value : after.values()) {
        if (value == null) {
          throw new IllegalArgumentException("a cursor of another order");
        }
        place.add(value);
      }
      Entry behind = new Entry(tenant, place, after.id());
      begin = compare(behind, begin) > 0 ? behind : begin;
    }
    Object to = range == null ? null : range.to();
    Object end = to == null ? null : ranged.codec().encode(ranged.path(), to);
    return inOrder(entries.tailSet(begin, true))
        .takeWhile(e -> isWithin(e, tenant, use.values()) && isBelow(e, use.values().size(), end));
  }

  private static Stream<Entry> inOrder(NavigableSet<Entry> entries) {
    Iterator<Entry> each = entries.iterator();
    Iterable<Entry> once = () -> each;
    return StreamSupport.stream(once.spliterator(), false);
  }

  private static boolean isWithin(Entry entry, String tenant, List<Object> values) {
    return entry.tenant().equals(tenant) && entry.values().subList(0, values.size()).equals(values);
  }

  private boolean isBelow(Entry entry, int column, @Nullable Object end) {
    return end == null
        || columns.get(column).type().order().compare(entry.values().get(column), end) < 0;
  }

  /** Whether this state of the row is the one that has the entry. */
  boolean isAt(Entry entry, Object row) {
    return entry.values().equals(valuesOf(row));
  }

  private Entry entry(RowKey key, Object row) {
    return new Entry(key.tenant(), valuesOf(row), key.id());
  }

  private List<Object> valuesOf(Object row) {
    List<Object> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      Object value = column.valueOf(row);
      if (value == null) {
        throw new IllegalStateException(column.path() + " is absent");
      }
      values.add(value);
    }
    return values;
  }

  private int compare(Entry a, Entry b) {
    int order = a.tenant().compareTo(b.tenant());
    int common = Math.min(a.values().size(), b.values().size());
    for (int i = 0; i < common && order == 0; i++) {
      order = columns.get(i).type().order().compare(a.values().get(i), b.values().get(i));
    }
    if (order == 0) {
      order = Integer.compare(a.values().size(), b.values().size());
    }
    if (order == 0) {
      UUID first = a.id();
      UUID second = b.id();
      order =
          first == null || second == null
              ? Boolean.compare(first != null, second != null)
              : DbType.unsigned(first, second);
    }
    return order;
  }

  /** The sorted index of the model that serves the selection, if any does. */
  static <E> @Nullable Use serving(
      List<SortedIndex> indexes, EntityModel<E> model, Selection<E> selection) {
    if (model.ordered().isEmpty()) {
      return null;
    }
    for (SortedIndex index : indexes) {
      Use use = index.use(selection);
      if (use != null) {
        return use;
      }
    }
    return null;
  }
}
