package io.crmkit.api.sales.quote;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.Optional;

/**
 * Offers. As safe for threads as the session it came from.
 *
 * <p>Every command may throw {@code InvalidInput} with every fault, {@code NotFound}, {@code
 * StaleVersion}, and {@code Refused} with {@code SalesReason.QUOTE_STEP} where the quote's status
 * does not allow the step.
 */
@ProvidedBy("io.crmkit:crm-sales")
public interface Quotes {

  /**
   * Writes a first revision and computes it.
   *
   * @throws io.crmkit.api.error.Refused {@code OPPORTUNITY_WITHOUT_CUSTOMER}, {@code
   *     OPPORTUNITY_NOT_OPEN}, {@code PRICE_BOOK_UNKNOWN}, {@code SKU_UNKNOWN} for every line that
   *     the price book does not know
   */
  Quote draft(DraftQuote command);

  /** Rewrites and computes a draft. */
  Quote change(ChangeQuote command);

  /** Asks for approval. */
  Quote submit(QuoteStep command);

  /**
   * Approves a draft or a submitted quote.
   *
   * @throws io.crmkit.api.error.Refused {@code DISCOUNT_NEEDS_APPROVAL} if the caller has no role
   *     that may approve such a discount
   */
  Quote approve(QuoteStep command);

  /** Gives a submitted quote back to its writer. */
  Quote sendBack(QuoteRefusal command);

  /** Says that it went to the customer. */
  Quote send(QuoteStep command);

  /**
   * The customer takes it.
   *
   * @throws io.crmkit.api.error.Refused {@code QUOTE_EXPIRED} after its last day
   */
  Quote accept(QuoteStep command);

  /** The customer does not take it. */
  Quote reject(QuoteRefusal command);

  /**
   * Writes the next revision as a draft; this one is superseded at once, so that at most one
   * revision of a quote is live.
   *
   * @return the new revision
   */
  Quote revise(ReviseQuote command);

  /**
   * Marks all approved and sent quotes expired whose last day has passed in the tenant's zone. A
   * timer does so for each quote that is approved; this is for those that were approved before
   * there were timers, and harms nothing, since an overdue quote is not accepted anyway.
   *
   * @return how many were marked
   */
  int expireOverdue();

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Quote get(QuoteId id);

  /** Empty if there is none that the caller may see. */
  Optional<Quote> find(QuoteId id);

  /** The quotes that match, by {@link QuoteAttributes}. */
  Page<Quote> page(Query<Quote> query);
}
