package io.crmkit.core.kernel.model;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.storage.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An entity's declaration compiled once from its record. Immutable and safe for many threads. */
public final class EntityModel<E> {

  private final Entity<E> entity;
  private final String table;
  private final RowShape shape;
  private final List<Column> derived;
  private final Map<String, Column> byPath = new LinkedHashMap<>();
  private final int idIndex;
  private final int versionIndex;
  private final List<List<Column>> uniqueKeys;
  private final List<String> uniqueKeyLocks;
  private final @Nullable Column custom;
  private final List<Column> indexed;
  private final Set<String> personal;
  private final Set<String> mentionsPeopleIn;
  private final List<List<Column>> ordered;

  /**
   * @param schema the schema of its tables, which statements name; empty if they name none
   * @throws IllegalArgumentException naming the fault, if the declaration does not fit the record
   */
  EntityModel(Entity<E> entity, String schema) {
    this.entity = entity;
    this.table = inSchema(schema, entity.table());
    Map<String, String> partTables = new LinkedHashMap<>();
    entity.parts().forEach((path, name) -> partTables.put(path, inSchema(schema, name)));
    this.shape = RowShape.of(entity.type(), entity.json(), partTables);
    this.derived = entity.derived().stream().map(EntityModel::derivedColumn).toList();
    shape.columns().forEach(c -> byPath.put(c.path(), c));
    derived.forEach(c -> byPath.put(c.path(), c));
    this.idIndex = indexOf("id", DbType.UUID_);
    this.versionIndex = indexOf("version", DbType.LONG);
    this.uniqueKeys =
        entity.uniqueKeys().stream()
            .map(k -> k.paths().stream().map(this::column).toList())
            .toList();
    this.uniqueKeyLocks = new ArrayList<>();
    for (Entity.UniqueKey key : entity.uniqueKeys()) {
      uniqueKeyLocks.add("unique:" + entity.name() + ":" + String.join(",", key.paths()));
    }
    this.indexed = entity.indexed().stream().map(this::column).toList();
    this.ordered = entity.ordered().stream().map(this::orderedColumns).toList();
    this.personal = entity.personal();
    personal.forEach(this::requireAttributeOrParts);
    this.custom = customAmong(columns());
    this.mentionsPeopleIn = new HashSet<>(entity.mentionsPeopleIn());
    if (custom != null) { // what a tenant writes into its own fields, nobody knows
      mentionsPeopleIn.add(custom.path());
    }
    mentionsPeopleIn.forEach(this::requireText);
    entity.owners().forEach(owner -> column(owner.path()));
  }

  public Entity<E> entity() {
    return entity;
  }

  public String name() {
    return entity.name();
  }

  /** As statements name it. */
  public String table() {
    return table;
  }

  private static String inSchema(String schema, String table) {
    return schema.isEmpty() ? table : schema + "." + table;
  }

  /** The columns that make the record, in the order of its components. */
  public List<Column> columns() {
    return shape.columns();
  }

  /** Columns that are only written. */
  public List<Column> derived() {
    return derived;
  }

  public List<PartModel> parts() {
    return shape.parts();
  }

  /** Columns of each unique key, in the order of the declaration. */
  public List<List<Column>> uniqueKeys() {
    return uniqueKeys;
  }

  /** The name of the lock under which a unique key, by its place, is decided. */
  public String lockOfUniqueKey(int key) {
    return uniqueKeyLocks.get(key);
  }

  public List<Column> indexed() {
    return indexed;
  }

  /** The paths of attributes, and of lists of parts, that hold personal data. */
  public Set<String> personal() {
    return personal;
  }

  /** Whether people may be named in any attribute. */
  public boolean mentionsPeople() {
    return !mentionsPeopleIn.isEmpty();
  }

  /** Whether people may be named in this attribute; of a part, if the path says so. */
  public boolean mentionsPeopleIn(String path) {
    return mentionsPeopleIn.contains(path);
  }

  /** Whether people may be named in this attribute of the record. */
  public boolean mentionsPeopleIn(Column column) {
    return mentionsPeopleIn.contains(column.path());
  }

  /** Whether people may be named in this attribute of a part. */
  public boolean mentionsPeopleIn(PartModel part, Column column) {
    return mentionsPeopleIn.contains(part.path() + "." + column.path());
  }

  /** Columns of each sorted index. */
  public List<List<Column>> ordered() {
    return ordered;
  }

  private List<Column> orderedColumns(List<String> paths) {
    List<Column> columns = paths.stream().map(this::column).toList();
    for (Column column : columns) {
      if (column.nullable() || !column.type().searchable()) {
        throw new IllegalArgumentException(
            entity.name() + " cannot be ordered by " + column.path() + ", which may be absent");
      }
    }
    return columns;
  }

  /**
   * @throws IllegalArgumentException if there is no such attribute
   */
  public Column column(String path) {
    Column column = byPath.get(path);
    if (column == null) {
      throw new IllegalArgumentException(entity.name() + " has no attribute " + path);
    }
    return column;
  }

  /**
   * The column of an attribute, which may be a custom field's.
   *
   * @throws IllegalArgumentException if there is no such attribute
   */
  public Column column(Attribute<?, ?> attribute) {
    return custom != null && attribute.path().startsWith(Field.PREFIX)
        ? CustomColumns.of(this, attribute)
        : column(attribute.path());
  }

  private static @Nullable Column customAmong(List<Column> columns) {
    for (Column column : columns) {
      if (column.isCustom()) {
        return column;
      }
    }
    return null;
  }

  /** Whether records have custom fields. */
  public boolean isCustomizable() {
    return custom != null;
  }

  /** The values of custom fields of a record. */
  public CustomValues customOf(Object row) {
    Object values = custom == null ? null : custom.getter().apply(row);
    return values == null ? CustomValues.none() : (CustomValues) values;
  }

  /** The record with other values of custom fields. */
  public E withCustom(E row, CustomValues values) {
    @Nullable Object[] columns = shape.take(row);
    for (int i = 0; i < columns.length; i++) {
      Column column = columns().get(i);
      Object held = column.isCustom() ? (values.isEmpty() ? null : values) : columns[i];
      columns[i] = column.type() == DbType.JSON ? Codec.kept(held) : column.encoded(held);
    }
    List<?>[] lists = new List<?>[parts().size()];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = parts().get(i).of(row);
    }
    return build(columns, lists);
  }

  /**
   * @throws IllegalArgumentException if there is no such list of parts
   */
  public PartModel part(String path) {
    return parts().stream()
        .filter(p -> p.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(entity.name() + " has no parts " + path));
  }

  public UUID idOf(E row) {
    return (UUID) Objects.requireNonNull(columns().get(idIndex).valueOf(row));
  }

  public long versionOf(E row) {
    return (Long) Objects.requireNonNull(columns().get(versionIndex).valueOf(row));
  }

  public int versionIndex() {
    return versionIndex;
  }

  public int idIndex() {
    return idIndex;
  }

  public EntityRef refOf(E row) {
    return new EntityRef(name(), idOf(row));
  }

  public EntityRef ref(EntityId id) {
    return EntityRef.of(name(), id);
  }

  /** The canonical values of {@link #columns}. */
  public @Nullable Object[] values(E row) {
    return encoded(columns(), shape.take(row), "");
  }

  /** What the components hold, for {@link #columns}, as the record has it; null where absent. */
  public @Nullable Object[] components(E row) {
    return shape.take(row);
  }

  /** The values of {@link #derived}. */
  public @Nullable Object[] derivedValues(E row) {
    @Nullable Object[] values = new @Nullable Object[derived.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = derived.get(i).valueOf(row);
    }
    return values;
  }

  /** For {@link #build}: this very document, without a detour through its text. */
  public static Object document(Object held) {
    return Objects.requireNonNull(Codec.kept(held));
  }

  /** The record with these column values and parts. */
  public E build(@Nullable Object[] values, List<?>[] partLists) {
    return entity.type().cast(shape.build(values, partLists));
  }

  /**
   * The record as every storage gives it back, at this version: taken apart and put together by the
   * codecs. JSON documents are immutable values and stay as they are.
   */
  public E canonical(E row, long version) {
    List<Column> columns = columns();
    @Nullable Object[] values = shape.take(row);
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      values[i] =
          column.type() == DbType.JSON
              ? Codec.kept(required(column, values[i]))
              : checked(column, values[i], "");
    }
    values[versionIndex] = version;
    List<?>[] lists = new List<?>[parts().size()];
    for (int i = 0; i < lists.length; i++) {
      PartModel part = parts().get(i);
      List<?> given = part.of(row);
      List<Object> canonical = new ArrayList<>(given.size());
      for (Object p : given) {
        canonical.add(part.build(part.valuesOf(p, canonical.size())));
      }
      lists[i] = canonical;
    }
    return build(values, lists);
  }

  private static @Nullable Object required(Column column, @Nullable Object value) {
    if (value == null && !column.nullable()) {
      throw new InvalidInput(column.path(), "is missing");
    }
    return value;
  }

  /** An attribute, a list of parts, or an attribute of parts. */
  private void requireAttributeOrParts(String path) {
    boolean parts = parts().stream().anyMatch(p -> p.path().equals(path));
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    if (!parts && parts().stream().anyMatch(p -> p.path().equals(first))) {
      part(first).column(path.substring(dot + 1));
    } else if (!parts) {
      column(path);
    }
  }

  /** What erasure can rewrite: nothing else may depend on its value. */
  private void requireText(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    boolean ofParts = parts().stream().anyMatch(p -> p.path().equals(first));
    Column column = ofParts ? part(first).column(path.substring(dot + 1)) : column(path);
    boolean text = column.codec().isFreeText() || column.type() == DbType.JSON;
    if (!text || derived.contains(column)) {
      throw new IllegalArgumentException(
          entity.name() + " cannot name people in " + path + ", which is no text of its own");
    }
    if (uniqueKeys.stream().anyMatch(key -> key.contains(column))) {
      throw new IllegalArgumentException(
          entity.name() + " cannot name people in " + path + ", which is part of a unique key");
    }
  }

  /** The canonical values of these columns, in place of what the components hold. */
  static @Nullable Object[] encoded(
      List<Column> columns, @Nullable Object[] values, String prefix) {
    for (int i = 0; i < values.length; i++) {
      values[i] = checked(columns.get(i), values[i], prefix);
    }
    return values;
  }

  private static @Nullable Object checked(Column column, @Nullable Object held, String prefix) {
    Object value;
    try {
      value = column.encoded(held);
    } catch (InvalidInput e) {
      throw new InvalidInput(
          e.faults().stream()
              .map(f -> new InvalidInput.Fault(prefix + f.path(), f.problem()))
              .toList());
    }
    if (value == null && !column.nullable()) {
      throw new InvalidInput(prefix + column.path(), "is missing");
    }
    return value;
  }

  private static <E> Column derivedColumn(Entity.Derived<E> derived) {
    Codec codec = Codec.of(derived.type());
    if (codec == null) {
      throw new IllegalArgumentException("no column for a derived " + derived.type().getName());
    }
    @SuppressWarnings("unchecked")
    Function<Object, @Nullable Object> value = (Function<Object, @Nullable Object>) derived.value();
    return new Column(derived.column(), RowShape.snake(derived.column()), codec, true, value);
  }

  private int indexOf(String path, DbType type) {
    for (int i = 0; i < columns().size(); i++) {
      Column column = columns().get(i);
      if (column.path().equals(path) && column.type() == type) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        entity.type().getName() + " needs a component " + path + " of the right type");
  }
}
