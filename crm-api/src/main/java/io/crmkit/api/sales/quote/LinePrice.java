package io.crmkit.api.sales.quote;

import io.crmkit.api.sales.pricing.Numbers;
import java.math.BigDecimal;

/**
 * What a line is priced at.
 *
 * @param list the list price of one unit for this quantity, at most six decimals; a component
 *     shares in its bundle's price in proportion to it
 * @param unit the price of one unit that is offered before discounts, at most six decimals
 * @param discountPercent the line's own discount, in percent
 * @param taxRate in percent
 */
public record LinePrice(
    BigDecimal list, BigDecimal unit, BigDecimal discountPercent, BigDecimal taxRate) {

  public LinePrice {
    list = Numbers.plain(list);
    unit = Numbers.plain(unit);
    discountPercent = Numbers.plain(discountPercent);
    taxRate = Numbers.plain(taxRate);
  }
}
