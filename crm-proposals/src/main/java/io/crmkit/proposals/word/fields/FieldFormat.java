package io.crmkit.proposals.word.fields;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints values in one language. Immutable. */
final class FieldFormat {

  private final Locale language;

  FieldFormat(Locale language) {
    this.language = language;
  }

  String print(FieldValue value) {
    if (value instanceof FieldValue.Text t) {
      return t.value();
    } else if (value instanceof FieldValue.Number n) {
      return number(n.value());
    } else if (value instanceof FieldValue.Money m) {
      return money(m);
    } else if (value instanceof FieldValue.Date d) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
          .withLocale(language)
          .format(d.value());
    } else if (value instanceof FieldValue.Items i) {
      return list(i.items());
    } else if (value instanceof FieldValue.Flag f) {
      return flag(f.value());
    }
    return "";
  }

  private String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(Math.max(0, value.scale()));
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    return format.format(value);
  }

  private String money(FieldValue.Money money) {
    Currency currency;
    try {
      currency = Currency.getInstance(money.currency());
    } catch (IllegalArgumentException e) {
      return number(money.amount()) + " " + money.currency();
    }
    // unit prices may have more digits than the currency; they are shown, not rounded away
    int usual = Math.max(0, currency.getDefaultFractionDigits());
    int needed = Math.max(0, money.amount().stripTrailingZeros().scale());
    NumberFormat format = NumberFormat.getCurrencyInstance(language);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(Math.max(usual, needed));
    format.setMaximumFractionDigits(Math.max(usual, needed));
    return format.format(money.amount());
  }

  private String list(List<FieldValue> items) {
    String separator = isChinese() ? "\u3001" : ", ";
    return items.stream().map(this::print).collect(Collectors.joining(separator));
  }

  private String flag(boolean value) {
    return switch (language.getLanguage()) {
      case "zh" -> value ? "\u662f" : "\u5426";
      case "de" -> value ? "ja" : "nein";
      case "fr" -> value ? "oui" : "non";
      case "es" -> value ? "s\u00ed" : "no";
      default -> value ? "yes" : "no";
    };
  }

  private boolean isChinese() {
    return language.getLanguage().equals("zh");
  }

  /** Whether a value counts as true in a condition. */
  static boolean isTrue(FieldValue value) {
    if (value instanceof FieldValue.Text t) {
      return !t.value().isBlank();
    } else if (value instanceof FieldValue.Number n) {
      return n.value().signum() != 0;
    } else if (value instanceof FieldValue.Money m) {
      return m.amount().signum() != 0;
    } else if (value instanceof FieldValue.Items i) {
      return !i.items().isEmpty();
    } else if (value instanceof FieldValue.Flag f) {
      return f.value();
    }
    return !(value instanceof FieldValue.Absent);
  }
}
