package io.crmkit.sales.opportunity;

import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.sales.pricing.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Puts sums together; shared by the storages, so that they agree to the last digit. */
final class Totals {

  static final Comparator<TotalsRow> ORDER =
      Comparator.comparing(TotalsRow::group)
          .thenComparing(
              row -> {
                Currency currency = row.currency();
                return currency == null ? "" : currency.getCurrencyCode();
              });

  private static final int DECIMALS = 4;

  private Totals() {}

  /**
   * One row.
   *
   * @param percents the sum of amounts times probabilities in percent
   */
  static TotalsRow row(Group group, long count, BigDecimal amount, BigDecimal percents) {
    return new TotalsRow(
        group.name(),
        group.currency() == null ? null : Currency.getInstance(group.currency()),
        count,
        Numbers.plain(amount),
        Numbers.plain(percents.movePointLeft(2).setScale(DECIMALS, RoundingMode.DOWN)));
  }

  /** What is summed up together. */
  record Group(String name, @Nullable String currency) {}

  static String quarter(int year, int quarter) {
    return year + "-Q" + quarter;
  }
}
