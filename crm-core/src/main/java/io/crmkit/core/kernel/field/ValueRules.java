package io.crmkit.core.kernel.field;

import com.google.re2j.Pattern;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether values follow the definitions of their fields. */
public final class ValueRules {

  /** What the index holds. */
  public static final int MAX_SEARCHABLE = 250;

  public static final int MAX_TEXT = 10_000;

  private static final String MISSING = "is missing";
  private static final String NOT_IN_FORM =
      "is not in the form in which values of its kind are kept";
  private static final int MAX_SCALE = 8;
  private static final int MAX_MONEY_SCALE = 4;
  private static final int MAX_INTEGER_DIGITS = 15;
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private ValueRules() {}

  /**
   * Finds what is wrong with the values of a record. A value that the record has already may stay,
   * whatever has become of its field.
   *
   * @param entity the entity's stable name
   * @param before the values that the record has; none for a new one
   */
  public static List<Fault> check(
      TenantFields fields, String entity, CustomValues before, CustomValues values) {
    List<Fault> faults = new ArrayList<>();
    values
        .texts()
        .forEach(
            (name, text) -> {
              if (!text.equals(before.texts().get(name))) {
                check(fields, entity, name, text, before, faults);
              }
            });
    for (FieldDefinition field : fields.of(entity)) {
      checkPresence(field, values.texts(), faults);
    }
    return faults;
  }

  private static void check(
      TenantFields fields,
      String entity,
      String name,
      String text,
      CustomValues before,
      List<Fault> faults) {
    FieldDefinition field = fields.named(entity, name);
    String problem;
    if (field == null) {
      problem = "is no field of " + entity;
    } else if (!field.isActive()) {
      problem = "is retired and takes no new values";
    } else {
      problem = problemOf(field, name, text, before.texts().get(name));
    }
    if (problem != null) {
      faults.add(new Fault(Field.PREFIX + name, problem));
    }
  }

  private static void checkPresence(
      FieldDefinition field, Map<String, String> texts, List<Fault> faults) {
    String path = Field.PREFIX + field.key();
    boolean required = field.isActive() && field.rules().presence() == FieldRules.Presence.REQUIRED;
    if (field.type() == FieldType.MONEY) {
      boolean amount = texts.containsKey(field.key() + ".amount");
      boolean currency = texts.containsKey(field.key() + ".currency");
      if (amount != currency) {
        faults.add(new Fault(path + (amount ? ".currency" : ".amount"), MISSING));
      } else if (required && !amount) {
        faults.add(new Fault(path, MISSING));
      }
    } else if (required && !texts.containsKey(field.key())) {
      faults.add(new Fault(path, MISSING));
    }
  }

  /**
   * What is wrong with a value.
   *
   * @param name under which it is kept
   * @param before the former value; null if there is none
   * @return null if nothing is
   */
  static @Nullable String problemOf(
      FieldDefinition field, String name, String text, @Nullable String before) {
    try {
      return switch (field.type()) {
        case TEXT -> text(field, text);
        case NUMBER -> number(field.rules(), text, MAX_SCALE);
        case MONEY ->
            name.endsWith(".currency")
                ? currency(text)
                : number(field.rules(), text, MAX_MONEY_SCALE);
        case DATE -> date(field.rules(), text);
        case INSTANT -> instant(field.rules(), text);
        case YES_NO -> text.equals("true") || text.equals("false") ? null : NOT_IN_FORM;
        case CHOICE -> codes(field).contains(text) ? null : "is none of the choices";
        case CHOICES -> choices(field, text, before);
        case REFERENCE -> UUID.fromString(text).toString().equals(text) ? null : NOT_IN_FORM;
      };
    } catch (RuntimeException e) {
      return NOT_IN_FORM;
    }
  }

  private static @Nullable String text(FieldDefinition field, String text) {
    boolean searchable = field.use().isSearchable();
    Integer given = field.rules().maxLength();
    int most = given != null ? given : searchable ? MAX_SEARCHABLE : MAX_TEXT;
    if (text.isBlank()) {
      return "is blank; leave it out";
    } else if (text.codePointCount(0, text.length()) > most) {
      return "has more than " + most + " characters";
    } else if (text.codePoints().anyMatch(c -> isUnfit(c, !searchable))) {
      return "has characters that are not text";
    }
    String pattern = field.rules().pattern();
    return pattern == null || Pattern.matches(pattern, text)
        ? null
        : "does not match the pattern " + pattern;
  }

  private static boolean isUnfit(int character, boolean lines) {
    if (lines && (character == '\n' || character == '\r' || character == '\t')) {
      return false;
    }
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private static @Nullable String number(FieldRules rules, String text, int maxScale) {
    BigDecimal number = new BigDecimal(text);
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (plain.scale() > maxScale) {
      return "has more than " + maxScale + " decimals";
    } else if (plain.precision() - plain.scale() > MAX_INTEGER_DIGITS) {
      return "is too large";
    } else if (!plain.toPlainString().equals(text)) {
      return NOT_IN_FORM;
    }
    return within(
        number,
        rules.atLeast() == null ? null : new BigDecimal(rules.atLeast()),
        rules.atMost() == null ? null : new BigDecimal(rules.atMost()));
  }

  private static String currencyCode(String text) {
    return Currency.getInstance(text).getCurrencyCode();
  }

  private static @Nullable String currency(String text) {
    return currencyCode(text).equals(text) ? null : NOT_IN_FORM;
  }

  private static @Nullable String date(FieldRules rules, String text) {
    LocalDate day = LocalDate.parse(text);
    if (!day.toString().equals(text)) {
      return NOT_IN_FORM;
    } else if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      return "must lie in the years 1 to 9999";
    }
    return within(
        day,
        rules.atLeast() == null ? null : LocalDate.parse(rules.atLeast()),
        rules.atMost() == null ? null : LocalDate.parse(rules.atMost()));
  }

  private static @Nullable String instant(FieldRules rules, String text) {
    Instant moment = Instant.parse(text);
    if (!moment.truncatedTo(ChronoUnit.MICROS).toString().equals(text)) {
      return NOT_IN_FORM;
    } else if (text.startsWith("-") || text.startsWith("+") || text.startsWith("0000")) {
      return "must lie in the years 1 to 9999";
    }
    return within(
        moment,
        rules.atLeast() == null ? null : Instant.parse(rules.atLeast()),
        rules.atMost() == null ? null : Instant.parse(rules.atMost()));
  }

  private static <C extends Comparable<? super C>> @Nullable String within(
      C value, @Nullable C least, @Nullable C most) {
    if (least != null && value.compareTo(least) < 0) {
      return "is less than " + least;
    }
    return most != null && value.compareTo(most) > 0 ? "is more than " + most : null;
  }

  private static Set<String> codes(FieldDefinition field) {
    return field.rules().choices().stream().map(FieldChoice::code).collect(Collectors.toSet());
  }

  /** Choices that were taken away stay as long as the record has them. */
  private static @Nullable String choices(
      FieldDefinition field, String text, @Nullable String before) {
    List<String> given = split(text);
    if (given.isEmpty() || !text.equals("," + String.join(",", new TreeSet<>(given)) + ",")) {
      return NOT_IN_FORM;
    } else if (text.length() > MAX_SEARCHABLE && field.use().isSearchable()) {
      return "has more choices than can be searched";
    }
    Set<String> known = codes(field);
    known.addAll(before == null ? List.of() : split(before));
    List<String> unknown = given.stream().filter(code -> !known.contains(code)).toList();
    return unknown.isEmpty() ? null : "has choices that there are not: " + unknown;
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",")).filter(code -> !code.isEmpty()).toList();
  }
}
