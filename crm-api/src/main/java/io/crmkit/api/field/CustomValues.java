package io.crmkit.api.field;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a record's custom fields. Immutable; equal if all values are.
 *
 * <p>Values of fields that were retired stay, and are there to be read by whoever knows the field.
 *
 * @param texts the values as they are kept, by the names of {@link Field#names}, in their order
 */
public record CustomValues(Map<String, String> texts) {

  private static final CustomValues NONE = new CustomValues(Map.of());

  public CustomValues {
    SortedMap<String, String> sorted = new TreeMap<>(texts);
    if (sorted.containsValue(null)) {
      throw new NullPointerException("a value is left out, not null");
    }
    texts = Collections.unmodifiableSortedMap(sorted);
  }

  public static CustomValues none() {
    return NONE;
  }

  /** Values of which one is known. */
  public static <T> CustomValues of(Field<T> field, T value) {
    return NONE.with(field, value);
  }

  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /**
   * @throws IllegalArgumentException if the field under this key is of another type, and its value
   *     cannot be read as one of this
   */
  public <T> Optional<T> get(Field<T> field) {
    try {
      return field.read(texts);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(field + " is not kept as a " + field.type(), e);
    }
  }

  /** The same with this value instead of the field's former one, if any. */
  public <T> CustomValues with(Field<T> field, T value) {
    Map<String, String> changed = new TreeMap<>(texts);
    field.write(changed, value);
    return new CustomValues(changed);
  }

  /** The same without a value of this field. */
  public CustomValues without(Field<?> field) {
    Map<String, String> changed = new TreeMap<>(texts);
    field.names().forEach(changed::remove);
    return new CustomValues(changed);
  }
}
