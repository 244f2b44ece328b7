package io.crmkit.api.sales.quote;

import io.crmkit.api.value.Money;

/**
 * What a line comes to. A bundle's amounts are the sums of its components' amounts, and its
 * components alone count in the quote's totals.
 *
 * @param gross quantity times unit price, or the share in the bundle's price
 * @param discount the line's own discount and its part of the discount on the whole
 * @param net gross less discount
 * @param tax its part of the tax
 */
public record LineAmounts(Money gross, Money discount, Money net, Money tax) {}
