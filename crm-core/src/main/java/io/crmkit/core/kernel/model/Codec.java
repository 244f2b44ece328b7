package io.crmkit.core.kernel.model;

import com.fasterxml.jackson.core.type.TypeReference;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.field.CustomValues;
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
import org.jspecify.annotations.Nullable;

/**
 * How one class of values is kept in a column. Encoding gives the canonical form that every storage
 * keeps, so that what was saved equals what is loaded: instants cut to microseconds, decimals
 * without trailing zeros, text that every database can hold.
 */
public abstract sealed class Codec {

  private static final int MAX_SCALE = 8;
  private static final int MAX_INTEGER_DIGITS = 15;
  private static final Map<Class<?>, Codec> SIMPLE = new HashMap<>();

  static {
    simple(String.class, DbType.TEXT);
    simple(Integer.class, DbType.INT);
    simple(Long.class, DbType.LONG);
    simple(Boolean.class, DbType.BOOL);
    simple(BigDecimal.class, DbType.DECIMAL);
    simple(UUID.class, DbType.UUID_);
    simple(Instant.class, DbType.INSTANT);
    simple(LocalDate.class, DbType.DATE);
    simple(Bytes.class, DbType.BYTES);
    simple(Duration.class, DbType.LONG);
    simple(Currency.class, DbType.TEXT);
    simple(ZoneId.class, DbType.TEXT);
    simple(Locale.class, DbType.TEXT);
  }

  private static void simple(Class<?> type, DbType db) {
    SIMPLE.put(type, new Simple(type, db));
  }

  private final DbType type;

  private Codec(DbType type) {
    this.type = type;
  }

  public DbType type() {
    return type;
  }

  /** Whether the component is a text of its own, not the text of an id, a constant or a code. */
  public boolean isFreeText() {
    return false;
  }

  /**
   * The canonical column value.
   *
   * @throws InvalidInput naming the path, if the value cannot be kept
   */
  public abstract Object encode(String path, Object value);

  /** The component's value. */
  public abstract Object decode(Object columnValue);

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
      return new Constant(type);
    }
    if (type.isRecord() && type.getRecordComponents().length == 1) {
      return ofWrapper(type);
    }
    return null;
  }

  /** A document of any shape, kept as JSON. */
  static Codec json(Type type) {
    return new Document(type);
  }

  /** The values of custom fields, kept as JSON; none of them as null. */
  static Codec custom() {
    return new Custom();
  }

  /** Whether this keeps the values of custom fields. */
  boolean isCustom() {
    return this instanceof Custom;
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

  /** Ids and other records around a single value are kept as that value. */
  private static @Nullable Codec ofWrapper(Class<?> type) {
    RecordShape shape = RecordShape.of(type);
    Codec inner = of(shape.components()[0].getType());
    return inner == null ? null : new Wrapper(shape, inner);
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

  /** Classes of values by themselves. One class for all of them: each would be loaded at start. */
  private static final class Simple extends Codec {

    private final Class<?> type;

    Simple(Class<?> type, DbType db) {
      super(db);
      this.type = type;
    }

    @Override
    public boolean isFreeText() {
      return type == String.class;
    }

    @Override
    public Object encode(String path, Object value) {
      if (!type.isInstance(value)) {
        throw new ClassCastException(value.getClass().getName() + " is no " + type.getName());
      }
      if (value instanceof String) {
        return text(path, value);
      } else if (value instanceof BigDecimal) {
        return decimal(path, value);
      } else if (value instanceof Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
      } else if (value instanceof Duration duration) {
        return duration.toSeconds();
      } else if (value instanceof Currency currency) {
        return currency.getCurrencyCode();
      } else if (value instanceof ZoneId zone) {
        return zone.getId();
      } else if (value instanceof Locale locale) {
        return locale.toLanguageTag();
      }
      return value;
    }

    @Override
    public Object decode(Object value) {
      if (type == Duration.class) {
        return Duration.ofSeconds((Long) value);
      } else if (type == Currency.class) {
        return Currency.getInstance((String) value);
      } else if (type == ZoneId.class) {
        return ZoneId.of((String) value);
      } else if (type == Locale.class) {
        return Locale.forLanguageTag((String) value);
      }
      return value;
    }
  }

  /** A constant of an enum, kept by its name. */
  private static final class Constant extends Codec {

    private final Class<?> type;
    private volatile @Nullable Map<String, Object> constants;

    Constant(Class<?> type) {
      super(DbType.TEXT);
      this.type = type;
    }

    @Override
    public Object encode(String path, Object value) {
      return ((Enum<?>) value).name();
    }

    @Override
    public Object decode(Object name) {
      Object constant = byName().get((String) name);
      if (constant == null) {
        throw new IllegalStateException(type.getName() + " has no constant " + name);
      }
      return constant;
    }

    private Map<String, Object> byName() {
      Map<String, Object> known = constants;
      if (known == null) {
        known = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
          known.put(((Enum<?>) constant).name(), constant);
        }
        constants = known;
      }
      return known;
    }
  }

  /** A record around a single value. */
  private static final class Wrapper extends Codec {

    private final RecordShape shape;
    private final Codec inner;

    Wrapper(RecordShape shape, Codec inner) {
      super(inner.type());
      this.shape = shape;
      this.inner = inner;
    }

    @Override
    public Object encode(String path, Object value) {
      Object content = shape.get(0, value);
      if (content == null) {
        throw new InvalidInput(path, "is missing");
      }
      return inner.encode(path, content);
    }

    @Override
    public Object decode(Object value) {
      return shape.construct(new Object[] {inner.decode(value)});
    }
  }

  /** A value of any shape. */
  private static final class Document extends Codec {

    private final Type type;

    Document(Type type) {
      super(DbType.JSON);
      this.type = type;
    }

    @Override
    public Object encode(String path, Object value) {
      return Json.write(value);
    }

    @Override
    public Object decode(Object text) {
      return text instanceof Kept kept ? kept.value() : Json.read((String) text, type);
    }
  }

  /** The values of custom fields. */
  private static final class Custom extends Codec {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    Custom() {
      super(DbType.JSON);
    }

    @Override
    public Object encode(String path, Object value) {
      Map<String, String> texts = ((CustomValues) value).texts();
      texts.forEach((name, kept) -> text(path + "." + name, kept));
      return Json.write(texts);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object decode(Object text) {
      return text instanceof Kept kept
          ? kept.value()
          : new CustomValues((Map<String, String>) Json.read((String) text, TEXTS.getType()));
    }
  }
}
