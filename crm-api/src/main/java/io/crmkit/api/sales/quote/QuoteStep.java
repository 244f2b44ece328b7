package io.crmkit.api.sales.quote;

/**
 * A step of a quote that needs no more words.
 *
 * @param id the revision
 * @param version as read
 */
public record QuoteStep(QuoteId id, long version) {

  public static QuoteStep of(Quote quote) {
    return new QuoteStep(quote.id(), quote.version());
  }
}
