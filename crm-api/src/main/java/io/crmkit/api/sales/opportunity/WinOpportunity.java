package io.crmkit.api.sales.opportunity;

/** The customer has decided for us: the opportunity enters the won stage that follows its own. */
public record WinOpportunity(OpportunityId id, long version) {}
