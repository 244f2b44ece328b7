package io.crmkit.api.sales.lead;

/**
 * A disqualified lead is to be judged anew.
 *
 * @param why the grounds, at most 500 characters
 */
public record ReviveLead(LeadId id, long version, String why) {}
