package io.crmkit.sales.contribution;

import io.crmkit.api.value.Money;
import java.util.Locale;

/** Amounts as people read them. */
final class Amounts {

  private Amounts() {}

  /** With thousands apart, such as {@code "12,500.00 EUR"}. */
  static String text(Money money) {
    return String.format(
        Locale.ROOT,
        "%,." + money.amount().scale() + "f %s",
        money.amount(),
        money.currency().getCurrencyCode());
  }
}
