package io.crmkit.api.sales.order;

import io.crmkit.api.sales.quote.QuoteId;

/**
 * An accepted quote is ordered.
 *
 * @param quote the quote
 */
public record PlaceOrder(QuoteId quote) {}
