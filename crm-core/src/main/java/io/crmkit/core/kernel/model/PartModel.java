package io.crmkit.core.kernel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of parts inside an entity, kept in a table of its own, in order. */
public final class PartModel {

  /** Most records have no more parts. */
  private static final int FIRST = 8;

  private final String path;
  private final String table;
  private final Class<?> type;
  private final RowShape shape;
  private volatile @Nullable Paths paths;
  private final Function<Object, @Nullable Object> getter;

  /**
   * @param json the components that are kept as JSON, named within a part
   */
  PartModel(
      String path,
      String table,
      Class<?> type,
      Set<String> json,
      Function<Object, @Nullable Object> getter) {
    this.path = path;
    this.table = table;
    this.type = type;
    this.shape = RowShape.of(type, json, Map.of());
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
    return EntityModel.encoded(columns(), shape.take(part), path + "[" + position + "].");
  }

  /** What the components of a part hold, for {@link #columns}; null where absent. */
  public @Nullable Object[] components(Object part) {
    return shape.take(part);
  }

  /** The path of a column, by its place, within the entity: {@code lines.price}. */
  public String pathOf(int column) {
    return paths().ofList().get(column);
  }

  /** The same of one of the parts: {@code lines[2].price}. The same object for the first parts. */
  public String pathOf(int column, int position) {
    return position < FIRST
        ? paths().ofFirst().get(position * columns().size() + column)
        : pathAt(position, columns().get(column));
  }

  /** Made when they are first asked for, which is not at the start. */
  private record Paths(List<String> ofList, List<String> ofFirst) {}

  private Paths paths() {
    Paths known = paths;
    if (known == null) {
      List<String> ofList = new ArrayList<>();
      List<String> ofFirst = new ArrayList<>();
      for (Column column : columns()) {
        ofList.add(path + "." + column.path());
      }
      for (int position = 0; position < FIRST; position++) {
        for (Column column : columns()) {
          ofFirst.add(pathAt(position, column));
        }
      }
      known = new Paths(ofList, ofFirst);
      paths = known;
    }
    return known;
  }

  private String pathAt(int position, Column column) {
    return path + "[" + position + "]." + column.path();
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
