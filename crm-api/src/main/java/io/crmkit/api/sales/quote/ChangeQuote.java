package io.crmkit.api.sales.quote;

/** A draft is rewritten; lines keep their ids where the content names them. */
public record ChangeQuote(QuoteId id, long version, QuoteContent content) {}
