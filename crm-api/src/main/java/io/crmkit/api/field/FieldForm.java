package io.crmkit.api.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * The text as which values of one class are kept: one text for equal values.
 *
 * @param type the class
 * @param write the text of a value
 * @param read the value of a text
 */
record FieldForm<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {

  static final FieldForm<String> TEXT = new FieldForm<>(String.class, t -> t, t -> t);

  static final FieldForm<BigDecimal> NUMBER =
      new FieldForm<>(BigDecimal.class, FieldForm::plain, BigDecimal::new);

  static final FieldForm<LocalDate> DATE =
      new FieldForm<>(LocalDate.class, LocalDate::toString, LocalDate::parse);

  static final FieldForm<Instant> INSTANT =
      new FieldForm<>(
          Instant.class, i -> i.truncatedTo(ChronoUnit.MICROS).toString(), Instant::parse);

  static final FieldForm<Boolean> YES_NO =
      new FieldForm<>(Boolean.class, b -> Boolean.toString(b), FieldForm::truth);

  /** Without zeros at the end and without an exponent. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false: " + text);
    }
    return Boolean.valueOf(text);
  }
}
