package io.crmkit.core.kernel.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param path the record components from the entity (or part) to the value, joined by dots
 * @param name the column's name, lower case
 * @param codec how the component's value becomes the column's value and back
 * @param nullable whether the value may be absent
 * @param getter takes the component's value from the record; null if absent
 */
public record Column(
    String path,
    String name,
    Codec codec,
    boolean nullable,
    Function<Object, @Nullable Object> getter) {

  /** The column's value of this record, in the canonical form; null if absent. */
  public @Nullable Object valueOf(Object record) {
    return encoded(getter.apply(record));
  }

  /** The column's value for this value of the component, in the canonical form. */
  public @Nullable Object encoded(@Nullable Object value) {
    return value == null ? null : codec.encode(path, value);
  }

  /** Whether the values of custom fields are kept in it. */
  public boolean isCustom() {
    return codec.isCustom();
  }

  public DbType type() {
    return codec.type();
  }
}
