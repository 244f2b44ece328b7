package io.crmkit.api.sales.order;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.quote.QuoteId;
import java.time.Instant;

/**
 * Which order it is.
 *
 * @param number the number for people
 * @param quote the accepted quote
 * @param opportunity the won deal
 * @param customer who buys
 * @param placedAt when it was placed
 */
public record OrderHeading(
    String number,
    QuoteId quote,
    OpportunityId opportunity,
    CustomerId customer,
    Instant placedAt) {}
