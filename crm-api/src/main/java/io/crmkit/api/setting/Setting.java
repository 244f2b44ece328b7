package io.crmkit.api.setting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a module lets hosts and tenants choose: a key, a type, a value that holds where
 * nothing was chosen, and a rule for what can be chosen. A constant of the module's API. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * static final Setting<Long> LIMIT =
 *     Setting.number("loyalty.limit", 500L).allowing(n -> n >= 0, "must not be negative");
 * }</pre>
 *
 * @param <T> the class of its values
 */
public final class Setting<T> {

  /** How many characters the text of a value has at most. */
  public static final int MAX_LENGTH = 2_000;

  private final String key;
  private final Class<T> type;
  private final T standard;
  private final Function<String, T> read;
  private final Function<T, String> write;
  private final String wanted;
  private final Predicate<T> allowed;
  private final String problem;

  private Setting(String key, T standard, Form<T> form, Rule<T> rule) {
    this.key = Objects.requireNonNull(key, "key");
    this.standard = Objects.requireNonNull(standard, "standard");
    this.type = form.type();
    this.read = form.read();
    this.write = form.write();
    this.wanted = form.wanted();
    this.allowed = rule.allowed();
    this.problem = rule.problem();
  }

  private record Form<T>(
      Class<T> type, Function<String, T> read, Function<T, String> write, String wanted) {}

  private record Rule<T>(Predicate<T> allowed, String problem) {}

  private static <T> Setting<T> of(String key, T standard, Form<T> form) {
    return new Setting<>(key, standard, form, new Rule<>(value -> true, ""));
  }

  /**
   * A text.
   *
   * @param key begins with the module's id and a point
   */
  public static Setting<String> text(String key, String standard) {
    return of(key, standard, new Form<>(String.class, t -> t, t -> t, "a text"));
  }

  /** A whole number. */
  public static Setting<Long> number(String key, long standard) {
    return of(
        key, standard, new Form<>(Long.class, Long::valueOf, String::valueOf, "a whole number"));
  }

  /** A number with decimals; {@code 5} and {@code 5.0} are the same. */
  public static Setting<BigDecimal> decimal(String key, BigDecimal standard) {
    return of(
        key,
        standard,
        new Form<>(BigDecimal.class, Setting::decimal, BigDecimal::toPlainString, "a number"));
  }

  private static BigDecimal decimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (number.precision() > 38 || Math.abs(number.scale()) > 38) {
      throw new NumberFormatException("more than 38 digits");
    }
    return number;
  }

  /** True or false. */
  public static Setting<Boolean> yesNo(String key, boolean standard) {
    return of(
        key, standard, new Form<>(Boolean.class, Setting::truth, String::valueOf, "true or false"));
  }

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }

  /** One of the constants of an enum. */
  public static <C extends Enum<C>> Setting<C> choice(String key, C standard) {
    Class<C> type = standard.getDeclaringClass();
    return of(
        key,
        standard,
        new Form<>(
            type,
            text -> Enum.valueOf(type, text),
            Enum::name,
            "one of " + Arrays.toString(type.getEnumConstants())));
  }

  /**
   * The same, restricted.
   *
   * @param rule what can be chosen; pure and thread-safe
   * @param complaint what is wrong with other values, such as {@code "must not be negative"}
   */
  public Setting<T> allowing(Predicate<T> rule, String complaint) {
    return new Setting<>(
        key, standard, new Form<>(type, read, write, wanted), new Rule<>(rule, complaint));
  }

  public String key() {
    return key;
  }

  public Class<T> type() {
    return type;
  }

  /** The value where nothing was chosen. */
  public T standard() {
    return standard;
  }

  /** The text of a value, which {@link #read} understands. */
  public String text(T value) {
    return write.apply(value);
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public T read(String text) {
    return read.apply(text);
  }

  /** What is wrong with this text as a value; null if nothing is. */
  public @Nullable String problemOf(String text) {
    if (text.length() > MAX_LENGTH) {
      return "must not have more than " + MAX_LENGTH + " characters";
    }
    T value;
    try {
      value = read(text);
    } catch (IllegalArgumentException e) {
      return "must be " + wanted;
    }
    return allowed.test(value) ? null : problem;
  }

  @Override
  public String toString() {
    return key;
  }
}
