package io.crmkit.verification.baseline;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types of every kind, for {@link ApiTextTest}. */
public final class Samples {

  private Samples() {}

  /** A record. */
  public record Person(String name, @Nullable String nick, List<@Nullable String> tags) {}

  /** A generic interface. */
  public interface Port<T extends Number & Comparable<T>, N extends @Nullable Object> {

    /** A constant. */
    String NAME = "port";

    /** Bounds and wildcards. */
    <X> X of(Map<? super T, ? extends List<?>> values, Function<T, X> mapper);

    /** Varargs and throws. */
    @SuppressWarnings("unchecked")
    int[] all(T... values) throws IOException;

    /** A default. */
    default @Nullable T maybe() {
      return null;
    }

    /** A static method. */
    static void reset() {}
  }

  /** A sealed interface. */
  public sealed interface Shape {

    /** A dot. */
    record Dot(int x, int y) implements Shape {}

    /** A line. */
    enum Line implements Shape {
      SOLID,
      DASHED
    }
  }

  /** An abstract class. */
  @SuppressWarnings("serial")
  public abstract static class Base extends Exception {

    protected Base(@Nullable String message) {
      super(message);
    }

    protected abstract void hook();

    void internal() {}
  }

  static class Hidden {

    /** Public in something that is not. */
    public static class Inner {}
  }
}
