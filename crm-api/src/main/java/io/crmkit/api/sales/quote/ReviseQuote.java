package io.crmkit.api.sales.quote;

/**
 * A new revision takes the place of this one.
 *
 * @param content what it says; lines keep their ids where it names them
 */
public record ReviseQuote(QuoteId id, long version, QuoteContent content) {}
