package io.crmkit.proposals.word.fields;

import java.util.Map;
import java.util.Optional;

/**
 * Knows the values of merge fields.
 *
 * <p>A resolver is asked for a dotted path as written, such as {@code customer.name}; if it does
 * not know that, for {@code customer}, whose {@link FieldValue.Fields} are then looked into. It
 * must give the same answer each time during one merge.
 */
@FunctionalInterface
public interface FieldResolver {

  /** The value of a field; empty if there is no such field, which is reported. */
  Optional<FieldValue> resolve(String path);

  /** A resolver that knows no field. */
  static FieldResolver none() {
    return path -> Optional.empty();
  }

  /** A resolver over values by name. */
  static FieldResolver of(Map<String, FieldValue> values) {
    Map<String, FieldValue> copy = Map.copyOf(values);
    return path -> Optional.ofNullable(copy.get(path));
  }
}
