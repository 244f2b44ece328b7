package io.crmkit.api.sales.quote;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import org.jspecify.annotations.Nullable;

/**
 * Which quote it is.
 *
 * @param number the number for people, the same in all revisions
 * @param revision 1 for the first
 * @param previous the revision that this one replaces, or null
 * @param opportunity the deal that it belongs to
 * @param customer who may buy
 */
public record QuoteHeading(
    String number,
    int revision,
    @Nullable QuoteId previous,
    OpportunityId opportunity,
    CustomerId customer) {}
