package io.crmkit.api.sales.quote;

import io.crmkit.api.sales.opportunity.OpportunityId;

/**
 * A new quote is to be written.
 *
 * @param opportunity the deal that it belongs to, which knows its customer
 * @param content what it says
 */
public record DraftQuote(OpportunityId opportunity, QuoteContent content) {}
