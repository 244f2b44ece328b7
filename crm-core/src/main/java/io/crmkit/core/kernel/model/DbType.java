package io.crmkit.core.kernel.model;

import io.crmkit.api.value.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** The few kinds of column there are, each with its Java class and its order. */
public enum DbType {
  TEXT(String.class),
  INT(Integer.class),
  LONG(Long.class),
  DECIMAL(BigDecimal.class),
  BOOL(Boolean.class),
  UUID_(UUID.class),
  INSTANT(Instant.class),
  DATE(LocalDate.class),
  BYTES(Bytes.class),
  JSON(String.class);

  private final Class<?> javaClass;
  private final Comparator<Object> order = new Order(this);

  DbType(Class<?> javaClass) {
    this.javaClass = javaClass;
  }

  private record Order(DbType type) implements Comparator<Object> {

    @Override
    public int compare(Object a, Object b) {
      return switch (type) {
        case TEXT -> byCodePoint((String) a, (String) b);
        case INT -> ((Integer) a).compareTo((Integer) b);
        case LONG -> ((Long) a).compareTo((Long) b);
        case DECIMAL -> ((BigDecimal) a).compareTo((BigDecimal) b);
        case BOOL -> ((Boolean) a).compareTo((Boolean) b);
        case UUID_ -> unsigned((UUID) a, (UUID) b);
        case INSTANT -> ((Instant) a).compareTo((Instant) b);
        case DATE -> ((LocalDate) a).compareTo((LocalDate) b);
        case BYTES, JSON -> throw new IllegalArgumentException("values of this kind have no order");
      };
    }
  }

  public Class<?> javaClass() {
    return javaClass;
  }

  /** The order that every storage follows. */
  public Comparator<Object> order() {
    return order;
  }

  /** A searchable value as text, from which {@link #parse} makes it again. */
  public static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** The value of which this is the text. */
  public Object parse(String text) {
    return switch (this) {
      case TEXT -> text;
      case INT -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case BOOL -> Boolean.valueOf(text);
      case UUID_ -> UUID.fromString(text);
      case INSTANT -> Instant.parse(text);
      case DATE -> LocalDate.parse(text);
      case BYTES, JSON -> throw new IllegalArgumentException("not searchable");
    };
  }

  /** Whether values can be compared, sorted and searched. */
  public boolean searchable() {
    return this != BYTES && this != JSON;
  }

  /**
   * Text in the order of Unicode code points, which is the order of its UTF-8 bytes; Java's own
   * order of UTF-16 units differs above U+D800.
   */
  static int byCodePoint(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean xHigh = Character.isSurrogate(x);
        boolean yHigh = Character.isSurrogate(y);
        return xHigh == yHigh ? Character.compare(x, y) : xHigh ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** UUIDs as unsigned 128-bit numbers, as databases order them. */
  public static int unsigned(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
