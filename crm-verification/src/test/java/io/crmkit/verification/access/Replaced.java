package io.crmkit.verification.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies values with other ids in them. */
final class Replaced {

  private Replaced() {}

  static @Nullable Object in(@Nullable Object value, UnaryOperator<UUID> other) {
    if (value instanceof UUID id) {
      return other.apply(id);
    } else if (value instanceof List<?> many) {
      List<@Nullable Object> copy = new ArrayList<>();
      many.forEach(v -> copy.add(in(v, other)));
      return copy;
    } else if (value instanceof Set<?> many) {
      Set<@Nullable Object> copy = new HashSet<>();
      many.forEach(v -> copy.add(in(v, other)));
      return copy;
    } else if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copy = new HashMap<>();
      map.forEach((k, v) -> copy.put(in(k, other), in(v, other)));
      return copy;
    } else if (value instanceof Record fields && Graph.of(fields).ids().size() > 0) {
      return copy(fields, other);
    }
    return value;
  }

  private static Object copy(Record fields, UnaryOperator<UUID> other) {
    RecordComponent[] components = Components.of(fields.getClass());
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = in(Graph.component(fields, components[i]), other);
    }
    try {
      Constructor<?> constructor = fields.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(fields.getClass().getName(), e);
    }
  }
}
