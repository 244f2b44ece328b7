package io.crmkit.api.sales.opportunity;

/**
 * The customer has decided otherwise: the opportunity enters the lost stage that follows its own.
 *
 * @param reason why, 1 to 500 characters
 */
public record LoseOpportunity(OpportunityId id, long version, String reason) {}
