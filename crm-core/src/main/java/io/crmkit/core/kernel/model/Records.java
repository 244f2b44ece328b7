package io.crmkit.core.kernel.model;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Any records, by the names of their components. */
public final class Records {

  private Records() {}

  /** The value of a component, or of one within it; null if it is not there. */
  public static @Nullable Object at(Object record, String path) {
    Object value = record;
    for (String name : path.split("\\.")) {
      value = value instanceof Record whole ? component(whole, name) : null;
    }
    return value;
  }

  private static @Nullable Object component(Record record, String name) {
    RecordShape shape = RecordShape.of(record.getClass());
    for (int i = 0; i < shape.components().length; i++) {
      if (shape.components()[i].getName().equals(name)) {
        return shape.get(i, record);
      }
    }
    return null;
  }

  /**
   * The same record with what its components become; the very same if none becomes different.
   *
   * @param change from a component's name and value to its new value
   */
  public static Object rebuilt(
      Object record, BiFunction<String, @Nullable Object, @Nullable Object> change) {
    RecordShape shape = RecordShape.of(record.getClass());
    @Nullable Object[] values = shape.all(record);
    boolean changed = false;
    for (int i = 0; i < values.length; i++) {
      Object value = change.apply(shape.components()[i].getName(), values[i]);
      changed |= value != values[i];
      values[i] = value;
    }
    return changed ? shape.construct(values) : record;
  }
}
