package io.crmkit.core.kernel.model;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.value.Bytes;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.kernel.json.Json;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one class of values is kept in a column. Encoding gives the canonical form that every storage
 * keeps, so that what was saved equals what is loaded: instants cut to microseconds, decimals
 * without trailing zeros, text that every database can hold.
 */
public final class Codec {

  private static final int MAX_SCALE = 8;
  private static final int MAX_INTEGER_DIGITS = 15;
  private static final Map<Class<?>, Codec> SIMPLE = new HashMap<>();

  static {
    simple(String.class, DbType.TEXT, Codec::text, s -> s);
    simple(Integer.class, DbType.INT, (p, i) -> i, i -> i);
    simple(Long.class, DbType.LONG, (p, i) -> i, i -> i);
    simple(Boolean.class, DbType.BOOL, (p, b) -> b, b -> b);
    simple(BigDecimal.class, DbType.DECIMAL, Codec::decimal, d -> d);
    simple(UUID.class, DbType.UUID_, (p, u) -> u, u -> u);
    simple(
        Instant.class,
        DbType.INSTANT,
        (p, i) -> ((Instant) i).truncatedTo(ChronoUnit.MICROS),
        i -> i);
    simple(LocalDate.class, DbType.DATE, (p, d) -> d, d -> d);
    simple(Bytes.class, DbType.BYTES, (p, b) -> b, b -> b);
    simple(
        Duration.class,
        DbType.LONG,
        (p, d) -> ((Duration) d).toSeconds(),
        s -> Duration.ofSeconds((Long) s));
    simple(
        Currency.class,
        DbType.TEXT,
        (p, c) -> ((Currency) c).getCurrencyCode(),
        s -> Currency.getInstance((String) s));
    simple(ZoneId.class, DbType.TEXT, (p, z) -> ((ZoneId) z).getId(), s -> ZoneId.of((String) s));
    simple(
        Locale.class,
        DbType.TEXT,
        (p, l) -> ((Locale) l).toLanguageTag(),
        s -> Locale.forLanguageTag((String) s));
  }

  private interface Encoder {
    Object encode(String path, Object value);
  }

  private final DbType type;
  private final Encoder encoder;
  private final Function<Object, Object> decoder;

  private Codec(DbType type, Encoder encoder, Function<Object, Object> decoder) {
    this.type = type;
    this.encoder = encoder;
    this.decoder = decoder;
  }

  public DbType type() {
    return type;
  }

  /**
   * The canonical column value.
   *
   * @throws InvalidInput naming the path, if the value cannot be kept
   */
  public Object encode(String path, Object value) {
    return encoder.encode(path, value);
  }

  /** The component's value. */
  public Object decode(Object columnValue) {
    return columnValue instanceof Kept kept ? kept.value() : decoder.apply(columnValue);
  }

  /** A document on its way from one record into another, without a detour through its text. */
  private record Kept(Object value) {}

  /** Something that decodes to this very document; null for null. */
  static @Nullable Object kept(@Nullable Object document) {
    return document == null ? null : new Kept(document);
  }

  /** The codec of a class that fits in one column; null if it does not. */
  static @Nullable Codec of(Class<?> type) {
    Codec simple = SIMPLE.get(type.isPrimitive() ? boxed(type) : type);
    if (simple != null) {
      return simple;
    }
    if (type.isEnum()) {
      return ofEnum(type);
    }
    if (type.isRecord() && type.getRecordComponents().length == 1) {
      return ofWrapper(type);
    }
    return null;
  }

  /** A document of any shape, kept as JSON. */
  static Codec json(Type type) {
    return new Codec(
        DbType.JSON, (path, value) -> Json.write(value), text -> Json.read((String) text, type));
  }

  static Class<?> boxed(Class<?> type) {
    if (type == int.class) {
      return Integer.class;
    } else if (type == long.class) {
      return Long.class;
    } else if (type == boolean.class) {
      return Boolean.class;
    }
    return type;
  }

  private static void simple(
      Class<?> type, DbType db, Encoder encoder, Function<Object, Object> decoder) {
    SIMPLE.put(type, new Codec(db, encoder, decoder));
  }

  private static Codec ofEnum(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return new Codec(
        DbType.TEXT,
        (path, value) -> ((Enum<?>) value).name(),
        name -> {
          Object constant = constants.get((String) name);
          if (constant == null) {
            throw new IllegalStateException(type.getName() + " has no constant " + name);
          }
          return constant;
        });
  }

  /** Ids and other records around a single value are kept as that value. */
  private static @Nullable Codec ofWrapper(Class<?> type) {
    RecordShape shape = RecordShape.of(type);
    Codec inner = of(type.getRecordComponents()[0].getType());
    if (inner == null) {
      return null;
    }
    return new Codec(
        inner.type(),
        (path, value) -> {
          Object content = shape.get(0, value);
          if (content == null) {
            throw new InvalidInput(path, "is missing");
          }
          return inner.encode(path, content);
        },
        value -> shape.construct(new Object[] {inner.decode(value)}));
  }

  static boolean isId(Class<?> type) {
    return EntityId.class.isAssignableFrom(type);
  }

  private static Object text(String path, Object value) {
    String text = (String) value;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new InvalidInput(path, "contains the character U+0000");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new InvalidInput(path, "contains half a character");
        }
        i++;
      }
    }
    return text;
  }

  private static Object decimal(String path, Object value) {
    BigDecimal number = (BigDecimal) value;
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (plain.scale() > MAX_SCALE) {
      throw new InvalidInput(path, "has more than " + MAX_SCALE + " decimals");
    }
    if (plain.precision() - plain.scale() > MAX_INTEGER_DIGITS) {
      throw new InvalidInput(path, "is too large");
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
