package io.crmkit.api.sales.lead;

/**
 * The lead is worth pursuing.
 *
 * @param why the grounds, at most 500 characters
 */
public record QualifyLead(LeadId id, long version, String why) {}
