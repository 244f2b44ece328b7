package io.crmkit.api.sales.quote;

/**
 * A step of a quote that says no.
 *
 * @param reason why, 1 to 500 characters
 */
public record QuoteRefusal(QuoteId id, long version, String reason) {}
