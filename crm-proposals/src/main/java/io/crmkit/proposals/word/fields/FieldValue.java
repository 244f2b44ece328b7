package io.crmkit.proposals.word.fields;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The value of a merge field. How it is printed (separators, order of a date, place of a currency
 * sign) follows from the language of the merge. All values are immutable.
 */
public sealed interface FieldValue {

  /**
   * Text, printed as it is; a line feed breaks the line. It is never read as markup or as further
   * fields.
   *
   * @param value the characters
   */
  record Text(String value) implements FieldValue {}

  /**
   * A number, printed with the language's separators and with its own scale.
   *
   * @param value the number
   */
  record Number(BigDecimal value) implements FieldValue {}

  /**
   * An amount of money, rounded to the currency's usual digits only for printing if it has fewer.
   *
   * @param amount the amount
   * @param currency ISO 4217 code
   */
  record Money(BigDecimal amount, String currency) implements FieldValue {}

  /**
   * A date.
   *
   * @param value the date
   */
  record Date(LocalDate value) implements FieldValue {}

  /**
   * Values that <code>{{#each}}</code> walks through; printed, they are separated by commas.
   *
   * @param items the values in order
   */
  record Items(List<FieldValue> items) implements FieldValue {

    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * Values by name, such as a line of a quote.
   *
   * @param fields the values; a name must not contain a dot
   */
  record Fields(Map<String, FieldValue> fields) implements FieldValue {

    /** Copies the map. */
    public Fields {
      fields = Map.copyOf(fields);
    }
  }

  /**
   * Yes or no, for conditions; printed, it is the language's word.
   *
   * @param value whether it holds
   */
  record Flag(boolean value) implements FieldValue {}

  /** A field that exists but has no value: prints nothing, and is false as a condition. */
  record Absent() implements FieldValue {}

  /** Text. */
  static FieldValue text(String value) {
    return new Text(value);
  }

  /** A number. */
  static FieldValue number(BigDecimal value) {
    return new Number(value);
  }

  /** A whole number. */
  static FieldValue number(long value) {
    return new Number(BigDecimal.valueOf(value));
  }

  /** An amount of money. */
  static FieldValue money(BigDecimal amount, String currency) {
    return new Money(amount, currency);
  }

  /** A date. */
  static FieldValue date(LocalDate value) {
    return new Date(value);
  }

  /** A list. */
  static FieldValue list(List<? extends FieldValue> items) {
    return new Items(List.copyOf(items));
  }

  /** Values by name. */
  static FieldValue record(Map<String, FieldValue> fields) {
    return new Fields(fields);
  }

  /** Yes or no. */
  static FieldValue flag(boolean value) {
    return new Flag(value);
  }

  /** No value. */
  static FieldValue absent() {
    return new Absent();
  }
}
