package io.crmkit.core.kernel.model;

import io.crmkit.api.field.CustomValues;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record class flattened into columns: nested records become columns with a joined name, lists of
 * parts become tables of their own.
 */
final class RowShape {

  /** How one component is put together again, and taken apart. */
  private interface Node {
    @Nullable Object build(@Nullable Object[] columns, List<?>[] parts);

    /** Lists of parts are not taken. */
    void take(@Nullable Object value, @Nullable Object[] columns);
  }

  private final List<Column> columns = new ArrayList<>();
  private final List<PartModel> parts = new ArrayList<>();
  private final Set<String> json;
  private final Map<String, String> partTables;
  private final Node root;

  private RowShape(Class<?> type, Set<String> json, Map<String, String> partTables) {
    this.json = json;
    this.partTables = partTables;
    this.root = record(type, "", "", r -> r, Absence.NEVER);
    Set<String> unknown = new LinkedHashSet<>(json);
    columns.forEach(c -> unknown.remove(c.path()));
    // Those within parts were looked for when the parts were.
    parts.forEach(part -> unknown.removeIf(path -> path.startsWith(part.path() + ".")));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          type.getName() + " has no such components to keep as JSON: " + unknown);
    }
    if (parts.size() != partTables.size()) {
      throw new IllegalArgumentException(
          type.getName() + " has no such lists of parts: " + partTables.keySet());
    }
  }

  private enum Absence {
    NEVER,
    POSSIBLE
  }

  static RowShape of(Class<?> type, Set<String> json, Map<String, String> partTables) {
    return new RowShape(type, json, partTables);
  }

  List<Column> columns() {
    return columns;
  }

  List<PartModel> parts() {
    return parts;
  }

  /** The components' values for {@link #columns}, as the record has them; null where absent. */
  @Nullable Object[] take(Object record) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    root.take(record, values);
    return values;
  }

  Object build(@Nullable Object[] columnValues, List<?>[] partLists) {
    Object built = root.build(columnValues, partLists);
    if (built == null) {
      throw new IllegalStateException("an empty row");
    }
    return built;
  }

  private Node record(
      Class<?> type,
      String path,
      String prefix,
      Function<Object, @Nullable Object> getter,
      Absence absence) {
    RecordShape shape = RecordShape.of(type);
    int first = columns.size();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < shape.components().length; i++) {
      int index = i;
      Function<Object, @Nullable Object> child =
          r -> {
            Object whole = getter.apply(r);
            return whole == null ? null : shape.get(index, whole);
          };
      nodes.add(component(shape.components()[i], path, prefix, child, absence));
    }
    return new Whole(shape, nodes.toArray(Node[]::new), first, columns.size(), absence);
  }

  private record Whole(RecordShape shape, Node[] nodes, int first, int last, Absence absence)
      implements Node {

    @Override
    public @Nullable Object build(@Nullable Object[] values, List<?>[] lists) {
      if (absence == Absence.POSSIBLE && allAbsent(values, first, last)) {
        return null;
      }
      @Nullable Object[] arguments = new @Nullable Object[nodes.length];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = nodes[i].build(values, lists);
      }
      return shape.construct(arguments);
    }

    @Override
    public void take(@Nullable Object value, @Nullable Object[] columns) {
      if (value != null) {
        @Nullable Object[] components = shape.all(value);
        for (int i = 0; i < nodes.length; i++) {
          nodes[i].take(components[i], columns);
        }
      }
    }
  }

  private record Single(int index, Codec codec) implements Node {

    @Override
    public @Nullable Object build(@Nullable Object[] values, List<?>[] lists) {
      Object value = values[index];
      return value == null ? null : codec.decode(value);
    }

    @Override
    public void take(@Nullable Object value, @Nullable Object[] columns) {
      columns[index] = value;
    }
  }

  private record PartList(int index) implements Node {

    @Override
    public Object build(@Nullable Object[] values, List<?>[] lists) {
      return List.copyOf(lists[index]);
    }

    @Override
    public void take(@Nullable Object value, @Nullable Object[] columns) {
      // Parts have rows of their own.
    }
  }

  private Node component(
      RecordComponent component,
      String parentPath,
      String prefix,
      Function<Object, @Nullable Object> getter,
      Absence parentAbsence) {
    String path =
        parentPath.isEmpty() ? component.getName() : parentPath + "." + component.getName();
    boolean nullable =
        parentAbsence == Absence.POSSIBLE
            || (!component.getType().isPrimitive()
                && component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    String name = prefix + snake(component.getName());
    Class<?> type = component.getType();
    if (partTables.containsKey(path)) {
      return part(component, path, getter);
    }
    if (json.contains(path)) {
      return column(
          new Column(path, name, Codec.json(component.getGenericType()), nullable, getter));
    }
    if (type == CustomValues.class && path.equals(component.getName())) {
      return custom(new Column(path, name, Codec.custom(), true, new CustomGetter(getter)));
    }
    Codec codec = Codec.of(type);
    if (codec != null) {
      boolean reference = Codec.isId(type) && !name.equals("id") && !name.endsWith("_id");
      return column(new Column(path, reference ? name + "_id" : name, codec, nullable, getter));
    }
    if (type.isRecord()) {
      return record(type, path, name + "_", getter, nullable ? Absence.POSSIBLE : Absence.NEVER);
    }
    throw new IllegalArgumentException(
        path
            + " of "
            + component.getDeclaringRecord().getName()
            + " is a "
            + type.getName()
            + ", which fits in no column; declare it as parts or as json");
  }

  private Node column(Column column) {
    int index = columns.size();
    columns.add(column);
    return new Single(index, column.codec());
  }

  private Node custom(Column column) {
    int index = columns.size();
    columns.add(column);
    return new CustomNode(index, column.codec());
  }

  private record CustomGetter(Function<Object, @Nullable Object> of)
      implements Function<Object, @Nullable Object> {
    @Override
    public @Nullable Object apply(Object row) {
      return orNull(of.apply(row));
    }
  }

  private static @Nullable Object orNull(@Nullable Object values) {
    return values == null || ((CustomValues) values).isEmpty() ? null : values;
  }

  /** No custom values are kept as null. */
  private record CustomNode(int index, Codec codec) implements Node {

    @Override
    public Object build(@Nullable Object[] values, List<?>[] lists) {
      Object value = values[index];
      return value == null ? CustomValues.none() : codec.decode(value);
    }

    @Override
    public void take(@Nullable Object value, @Nullable Object[] columns) {
      columns[index] = orNull(value);
    }
  }

  private Node part(
      RecordComponent component, String path, Function<Object, @Nullable Object> getter) {
    Class<?> partType =
        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    int index = parts.size();
    String table = partTables.get(path);
    if (table == null) {
      throw new IllegalArgumentException("no table for " + path);
    }
    parts.add(new PartModel(path, table, partType, jsonWithin(path), getter));
    return new PartList(index);
  }

  /** What is kept as JSON within these parts. */
  private Set<String> jsonWithin(String path) {
    Set<String> within = new LinkedHashSet<>();
    for (String declared : json) {
      if (declared.startsWith(path + ".")) {
        within.add(declared.substring(path.length() + 1));
      }
    }
    return within;
  }

  private static boolean allAbsent(@Nullable Object[] values, int first, int last) {
    for (int i = first; i < last; i++) {
      if (values[i] != null) {
        return false;
      }
    }
    return true;
  }

  /** {@code expectedClose} as {@code expected_close}. */
  static String snake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      if (upper
          && i > 0
          && Character.isLetterOrDigit(camel.charAt(i - 1))
          && !isUpper(camel, i - 1)) {
        snake.append('_');
      }
      snake.append(upper ? (char) (c - 'A' + 'a') : c);
    }
    return snake.toString();
  }

  private static boolean isUpper(String text, int index) {
    char c = text.charAt(index);
    return c >= 'A' && c <= 'Z';
  }
}
