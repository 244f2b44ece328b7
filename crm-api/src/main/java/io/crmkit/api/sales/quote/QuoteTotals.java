package io.crmkit.api.sales.quote;

import io.crmkit.api.value.Money;

/**
 * What a quote comes to: always exactly the sums of its lines.
 *
 * @param list what the list prices alone would come to
 * @param gross the sum of the lines before discounts
 * @param discount all discounts
 * @param net gross less discount
 * @param tax the sum of the tax lines
 * @param total net and tax
 */
public record QuoteTotals(
    Money list, Money gross, Money discount, Money net, Money tax, Money total) {}
