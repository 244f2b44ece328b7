package io.crmkit.core.kernel.memory;

import io.crmkit.api.criteria.Order;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders rows by the keys of a query, absent values last, the id deciding in the end. */
final class RowOrder<E> implements Comparator<E> {

  private final EntityModel<E> model;
  private final List<Order<E>> orders;
  private final List<Column> columns;

  RowOrder(EntityModel<E> model, List<Order<E>> orders) {
    this.model = model;
    this.orders = orders;
    this.columns = orders.stream().map(o -> model.column(o.attribute())).toList();
  }

  @Override
  public int compare(E a, E b) {
    return compare(PageKey.of(model, orders, a), PageKey.of(model, orders, b));
  }

  boolean isAfter(E row, PageKey key) {
    return compare(PageKey.of(model, orders, row), key) > 0;
  }

  private int compare(PageKey a, PageKey b) {
    for (int i = 0; i < columns.size(); i++) {
      int order =
          compare(columns.get(i).type(), a.values().get(i), b.values().get(i), orders.get(i));
      if (order != 0) {
        return order;
      }
    }
    return DbType.unsigned(a.id(), b.id());
  }

  private static int compare(DbType type, @Nullable Object a, @Nullable Object b, Order<?> order) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
    }
    int natural = type.order().compare(a, b);
    return order.direction() == Order.Direction.ASCENDING ? natural : -natural;
  }
}
