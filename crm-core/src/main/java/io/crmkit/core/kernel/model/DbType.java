package io.crmkit.core.kernel.model;

import io.crmkit.api.value.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** The few kinds of column there are, each with its Java class and its order. */
public enum DbType {
  TEXT(String.class, Comparator.comparing(o -> (String) o, DbType::byCodePoint)),
  INT(Integer.class, natural(Integer.class)),
  LONG(Long.class, natural(Long.class)),
  DECIMAL(BigDecimal.class, natural(BigDecimal.class)),
  BOOL(Boolean.class, natural(Boolean.class)),
  UUID_(UUID.class, Comparator.comparing(o -> (UUID) o, DbType::unsigned)),
  INSTANT(Instant.class, natural(Instant.class)),
  DATE(LocalDate.class, Comparator.comparing(o -> (LocalDate) o)),
  BYTES(Bytes.class, unordered()),
  JSON(String.class, unordered());

  private final Class<?> javaClass;
  private final Comparator<Object> order;

  DbType(Class<?> javaClass, Comparator<Object> order) {
    this.javaClass = javaClass;
    this.order = order;
  }

  public Class<?> javaClass() {
    return javaClass;
  }

  /** The order that every storage follows. */
  public Comparator<Object> order() {
    return order;
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

  private static <T extends Comparable<T>> Comparator<Object> natural(Class<T> type) {
    return Comparator.comparing(type::cast);
  }

  private static Comparator<Object> unordered() {
    return (a, b) -> {
      throw new IllegalArgumentException("values of this kind have no order");
    };
  }
}
