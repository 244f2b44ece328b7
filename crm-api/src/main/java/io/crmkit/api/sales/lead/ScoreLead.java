package io.crmkit.api.sales.lead;

/**
 * Somebody, or a program, judges how promising the lead is.
 *
 * @param score 0 to 100
 * @param why the grounds, at most 500 characters
 */
public record ScoreLead(LeadId id, long version, int score, String why) {}
