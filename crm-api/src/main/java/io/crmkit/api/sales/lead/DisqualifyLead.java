package io.crmkit.api.sales.lead;

/**
 * The lead is not worth pursuing.
 *
 * @param why the grounds, at most 500 characters
 */
public record DisqualifyLead(LeadId id, long version, String why) {}
