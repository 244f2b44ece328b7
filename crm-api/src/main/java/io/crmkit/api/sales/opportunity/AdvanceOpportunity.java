package io.crmkit.api.sales.opportunity;

/**
 * An open opportunity enters another open stage, forwards or backwards.
 *
 * @param stage the code of the stage
 */
public record AdvanceOpportunity(OpportunityId id, long version, String stage) {}
