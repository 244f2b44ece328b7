package io.crmkit.api.sales.quote;

import io.crmkit.api.extension.GuardPoint;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What guards of quotes are given to judge: a revision about to be submitted, approved, sent or
 * accepted. Every guard of a module that is on for the tenant is asked; the approval levels of the
 * price book are asked besides.
 *
 * @param quote as it is
 * @param to what it is about to become
 * @param discountPercent how much less than the list prices it asks, in percent, over all lines; 0
 *     if it asks more
 * @param at when the step happens
 */
public record QuoteMove(Quote quote, QuoteStatus to, BigDecimal discountPercent, Instant at) {

  /** Where plugins add guards of quotes. */
  public static final GuardPoint<QuoteMove> POINT =
      new GuardPoint<>("sales.quote-move", QuoteMove.class);
}
