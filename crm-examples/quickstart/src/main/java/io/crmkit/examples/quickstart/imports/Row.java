package io.crmkit.examples.quickstart.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A row being read: its fields, and what was found to be wrong with them. Not thread-safe. */
final class Row {

  private final RowAt at;
  private final CSVRecord values;
  private final List<Fault> faults = new ArrayList<>();

  Row(RowAt at, CSVRecord values) {
    this.at = at;
    this.values = values;
  }

  RowAt at() {
    return at;
  }

  /** Everything that was found so far. */
  List<Fault> faults() {
    return faults;
  }

  void fault(String field, String reason) {
    faults.add(new Fault(field, reason));
  }

  /** A text; null if empty. */
  @Nullable String text(String field) {
    String value = values.get(field);
    return value.isEmpty() ? null : value;
  }

  /** A text that must be there; a fault and {@code ""} if it is not. */
  String need(String field) {
    String value = text(field);
    if (value == null) {
      fault(field, "is empty");
      return "";
    }
    return value;
  }

  /** A number; null if empty, or a fault. */
  @Nullable BigDecimal number(String field) {
    String value = text(field);
    if (value == null) {
      return null;
    }
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      fault(field, "is not a number: " + value);
      return null;
    }
  }

  /** A whole number; null if empty, or a fault. */
  @Nullable Integer count(String field) {
    BigDecimal number = number(field);
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException e) {
      fault(field, "is not a whole number: " + number);
      return null;
    }
  }

  /** A date such as 2017-03-01; null if empty, or a fault. */
  @Nullable LocalDate date(String field) {
    String value = text(field);
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      fault(field, "is not a date such as 2017-03-01: " + value);
      return null;
    }
  }
}
