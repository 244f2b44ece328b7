package io.crmkit.api.sales.opportunity;

/**
 * A closed opportunity is worked on again.
 *
 * @param stage the code of the open stage that it enters
 */
public record ReopenOpportunity(OpportunityId id, long version, String stage) {}
