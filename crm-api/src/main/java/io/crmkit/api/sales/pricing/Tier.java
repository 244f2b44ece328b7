package io.crmkit.api.sales.pricing;

import java.math.BigDecimal;

/**
 * The price of one unit from a quantity on.
 *
 * @param from the smallest quantity that has this price, 1 or more
 * @param unitPrice the price of one unit before tax, at most six decimals
 */
public record Tier(int from, BigDecimal unitPrice) {

  public Tier {
    unitPrice = Numbers.plain(unitPrice);
  }
}
