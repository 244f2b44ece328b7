package io.crmkit.verification.access;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.setting.Setting;
import io.crmkit.api.value.Bytes;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes arguments of any type, with ids and texts of records that there are. */
final class Inputs {

  /** A value of this type cannot be made. */
  static final class Unmakeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unmakeable(Type type) {
      super("no arguments of " + type.getTypeName() + " can be made");
    }
  }

  private static final int DEEPEST = 12;

  private final Random random;
  private final List<EntityRef> records;
  private final Map<UUID, Long> versions = new HashMap<>();
  private final Map<Class<?>, List<UUID>> ids;
  private final List<String> texts;
  private final List<Object> heard = new ArrayList<>();

  /**
   * @param ids those of records by the class of their ids
   */
  Inputs(
      Random random,
      Map<EntityRef, Record> records,
      Map<Class<?>, List<UUID>> ids,
      List<String> texts) {
    this.random = random;
    this.records = List.copyOf(records.keySet());
    records.forEach((ref, row) -> versions.put(ref.id(), (Long) Fuzz.value(row, "version")));
    this.ids = ids;
    this.texts = texts;
  }

  /** What was handed to consumers among the arguments. */
  List<Object> heard() {
    return heard;
  }

  Object[] arguments(java.lang.reflect.Method method) {
    Type[] types = method.getGenericParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = make(types[i], 0);
    }
    return arguments;
  }

  private Object make(Type type, int depth) {
    if (depth > DEEPEST) {
      throw new Unmakeable(type);
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic, depth);
    }
    if (type instanceof WildcardType wildcard) {
      return make(wildcard.getUpperBounds()[0], depth);
    }
    if (type instanceof java.lang.reflect.TypeVariable<?> variable) {
      return make(variable.getBounds()[0], depth);
    }
    return plain((Class<?>) type, depth);
  }

  private Object generic(ParameterizedType type, int depth) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type inner = type.getActualTypeArguments()[0];
    if (raw == Query.class) {
      return Query.everything().limit(random.nextBoolean() ? 1_000 : 2);
    } else if (raw == Criteria.class) {
      return Criteria.all();
    } else if (raw == Class.class) {
      return Peek.ENTITIES.get(random.nextInt(Peek.ENTITIES.size())).type();
    } else if (raw == Consumer.class) {
      return (Consumer<Object>) heard::add;
    } else if (raw == Map.class) {
      return Map.of();
    } else if (raw == Optional.class) {
      return Optional.empty();
    } else if (List.class.isAssignableFrom(raw) || raw.isAssignableFrom(List.class)) {
      return many(inner, depth);
    } else if (raw == Set.class) {
      return new HashSet<>(many(inner, depth));
    }
    return plain(raw, depth);
  }

  private List<Object> many(Type inner, int depth) {
    List<Object> many = new ArrayList<>();
    int size = random.nextInt(3);
    for (int i = 0; i < size; i++) {
      many.add(make(inner, depth + 1));
    }
    return many;
  }

  private Object plain(Class<?> type, int depth) {
    Object simple = simple(type);
    if (simple != null) {
      return simple;
    }
    if (type == EntityId.class) {
      return plain(pick(List.copyOf(ids.keySet())), depth);
    }
    if (type == Setting.class) {
      return Setting.text("nobody.declares", "this");
    }
    if (EntityId.class.isAssignableFrom(type) && type.isRecord()) {
      List<UUID> known = ids.getOrDefault(type, List.of());
      UUID id = known.isEmpty() ? UUID.randomUUID() : pick(known);
      return id(type, id);
    }
    if (type.isEnum()) {
      return pick(List.of(type.getEnumConstants()));
    }
    if (type.isSealed()) {
      return plain(pick(List.of(type.getPermittedSubclasses())), depth + 1);
    }
    if (type.isRecord()) {
      return record(type, depth);
    }
    throw new Unmakeable(type);
  }

  private @Nullable Object simple(Class<?> type) {
    if (type == String.class || type == Object.class) {
      return pick(texts);
    } else if (type == int.class || type == Integer.class) {
      return pick(List.of(1, 2, 10));
    } else if (type == long.class || type == Long.class) {
      return pick(List.of(1L, 2L, 3L));
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == UUID.class) {
      return pick(records).id();
    } else if (type == EntityRef.class) {
      return pick(records);
    } else if (type == CustomValues.class) {
      return CustomValues.none();
    } else if (type == Bytes.class) {
      return Bytes.copyOf(new byte[] {1, 2, 3});
    } else if (type == InputStream.class) {
      return new ByteArrayInputStream(new byte[] {1, 2, 3});
    } else if (type == OutputStream.class) {
      return new ByteArrayOutputStream();
    }
    return time(type);
  }

  private @Nullable Object time(Class<?> type) {
    if (type == Instant.class) {
      return Instant.parse(pick(List.of("2026-03-05T10:00:00Z", "2026-12-01T00:00:00Z")));
    } else if (type == LocalDate.class) {
      return LocalDate.parse(pick(List.of("2026-03-05", "2026-12-01", "2027-06-30")));
    } else if (type == LocalTime.class) {
      return LocalTime.NOON;
    } else if (type == Duration.class) {
      return Duration.ofHours(2);
    } else if (type == ZoneId.class) {
      return ZoneId.of("Europe/Berlin");
    } else if (type == BigDecimal.class) {
      return BigDecimal.TEN;
    } else if (type == Currency.class) {
      return Currency.getInstance("EUR");
    } else if (type == Locale.class) {
      return Locale.ENGLISH;
    }
    return null;
  }

  private Object record(Class<?> type, int depth) {
    RecordComponent[] components = Components.of(type);
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          nullable(components[i].getAnnotatedType()) && random.nextBoolean()
              ? null
              : make(components[i].getGenericType(), depth + 1);
    }
    current(components, values);
    return construct(type, types, values);
  }

  /** Whoever changes a record has mostly read it: a command with another version goes nowhere. */
  private void current(RecordComponent[] components, Object[] values) {
    for (int i = 1; i < components.length; i++) {
      boolean version =
          components[i].getName().equals("version") && components[i].getType() == long.class;
      Long known = version ? versions.get(Fuzz.value(values[i - 1], "value")) : null;
      if (known != null && random.nextInt(8) > 0) {
        values[i] = known;
      }
    }
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  /** A typed id. */
  static Object id(Class<?> type, UUID value) {
    return construct(type, new Class<?>[] {UUID.class}, value);
  }

  private static Object construct(Class<?> type, Class<?>[] types, @Nullable Object... values) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new Malformed(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  /** The values do not go together; others are tried. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(Throwable cause) {
      super(cause);
    }
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
