package io.crmkit.sales.contribution;

import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people read them: thousands apart, a point before the fractions. */
final class Amounts {

  private Amounts() {}

  /** With its currency, such as {@code "12,500.00 EUR"}. */
  static String text(Money money) {
    return number(money) + " " + money.currency().getCurrencyCode();
  }

  /** Without its currency, such as {@code "12,500.00"}. */
  static String number(Money money) {
    return number(money.amount(), money.currency());
  }

  /** A price, with at least the currency's own decimals. */
  static String number(BigDecimal amount, Currency currency) {
    int decimals = Math.max(amount.scale(), Money.minorDigits(currency));
    return String.format(Locale.ROOT, "%,." + decimals + "f", amount);
  }
}
