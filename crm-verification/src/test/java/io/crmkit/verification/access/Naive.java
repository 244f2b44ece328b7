package io.crmkit.verification.access;

import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.access.FieldAccess.Sight;
import io.crmkit.api.field.CustomValues;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rules for fields as one would write them down who knows nothing of how records are kept. */
final class Naive {

  private Naive() {}

  /** The record as an actor under these rules may see it. */
  static Object shown(Object record, FieldAccess rules) {
    return shown(record, "", rules);
  }

  private static Object shown(Object record, String path, FieldAccess rules) {
    RecordComponent[] components = Components.of(record.getClass());
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String at = path.isEmpty() ? components[i].getName() : path + "." + components[i].getName();
      values[i] = value(Graph.component((Record) record, components[i]), at, rules);
    }
    try {
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass() + " under " + rules, e);
    }
  }

  private static @Nullable Object value(@Nullable Object value, String path, FieldAccess rules) {
    FieldAccess.Rule rule = rules.byPath().get(path);
    if (rule != null && value != null) {
      return rule.sight() == Sight.MASKED ? "\u2022\u2022\u2022" : nothing(value);
    }
    if (value instanceof List<?> parts) {
      List<Object> shown = new ArrayList<>();
      for (Object part : parts) {
        shown.add(part instanceof Record ? shown(part, path, rules) : part);
      }
      return shown;
    }
    boolean whole = value != null && value.getClass().getPackageName().contains(".value");
    return value instanceof Record && !whole && !(value instanceof CustomValues)
        ? shown(value, path, rules)
        : value;
  }

  private static @Nullable Object nothing(Object value) {
    if (value instanceof List<?>) {
      return List.of();
    } else if (value instanceof Map<?, ?>) {
      return Map.of();
    }
    return value instanceof CustomValues ? CustomValues.none() : null;
  }

  /** Some rules for records of a class, each of which can be followed. */
  static FieldAccess random(Class<?> type, Random random, double share) {
    return random(FieldAccess.none(), type, "", random, share);
  }

  private static FieldAccess random(
      FieldAccess so, Class<?> type, String path, Random random, double share) {
    FieldAccess rules = so;
    for (RecordComponent component : Components.of(type)) {
      String at = path.isEmpty() ? component.getName() : path + "." + component.getName();
      if (at.equals("id") || at.equals("version")) {
        continue;
      }
      boolean chosen = random.nextDouble() < share;
      boolean absent =
          component.getAnnotatedType().isAnnotationPresent(Nullable.class)
              || component.getType() == List.class
              || component.getType() == Map.class
              || component.getType() == CustomValues.class;
      if (chosen && absent) {
        rules = rules.hiding(at);
      } else if (chosen
          && component.getType() == String.class
          && WORDS.contains(component.getName())) {
        rules = rules.masking(at);
      } else if (component.getType().isRecord()
          && Components.of(component.getType()).length > 1
          && !absent
          && !component.getType().getPackageName().contains(".value")) {
        rules = random(rules, component.getType(), at, random, share);
      }
    }
    return rules;
  }

  /** Components that are there for people to read. */
  private static final List<String> WORDS =
      List.of("name", "title", "description", "text", "topic");
}
