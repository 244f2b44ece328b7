package io.crmkit.api.sales.opportunity;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One group of opportunities in one currency.
 *
 * @param group the group's value
 * @param currency the currency of the amounts, or null for opportunities without one
 * @param count how many opportunities
 * @param amount the sum of their amounts
 * @param weighted the sum of their amounts times the probabilities of their stages, cut to four
 *     decimals
 */
public record TotalsRow(
    String group,
    @Nullable Currency currency,
    long count,
    BigDecimal amount,
    BigDecimal weighted) {}
