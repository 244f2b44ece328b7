package io.crmkit.api.sales.quote;

import io.crmkit.api.sales.pricing.Numbers;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;

/**
 * The tax at one rate.
 *
 * @param rate in percent
 * @param base the net amounts taxed at it
 * @param tax the base times the rate, rounded half up once
 */
public record TaxLine(BigDecimal rate, Money base, Money tax) {

  public TaxLine {
    rate = Numbers.plain(rate);
  }
}
