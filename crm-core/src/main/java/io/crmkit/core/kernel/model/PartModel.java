package io.crmkit.core.kernel.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of parts inside an entity, kept in a table of its own, in order. */
public final class PartModel {

  private final String path;
  private final String table;
  private final Class<?> type;
  private final RowShape shape;
  private final Function<Object, @Nullable Object> getter;

  PartModel(String path, String table, Class<?> type, Function<Object, @Nullable Object> getter) {
    this.path = path;
    this.table = table;
    this.type = type;
    this.shape = RowShape.of(type, Set.of(), Map.of());
    this.getter = getter;
  }

  public String path() {
    return path;
  }

  /** As statements name it. */
  public String table() {
    return table;
  }

  public Class<?> type() {
    return type;
  }

  public List<Column> columns() {
    return shape.columns();
  }

  /** The parts of this entity record. */
  public List<?> of(Object record) {
    Object list = getter.apply(record);
    return list == null ? List.of() : (List<?>) list;
  }

  public @Nullable Object[] valuesOf(Object part, int position) {
    List<Column> columns = columns();
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = EntityModel.checked(columns.get(i), part, path + "[" + position + "].");
    }
    return values;
  }

  public Object build(@Nullable Object[] values) {
    return shape.build(values, new List<?>[0]);
  }

  public Column column(String attributePath) {
    return columns().stream()
        .filter(c -> c.path().equals(attributePath))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    type.getName() + " has no attribute " + attributePath));
  }
}
