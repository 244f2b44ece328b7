package io.crmkit.api.sales.lead;

/**
 * Somebody is responsible from now on.
 *
 * @param owner the person, in the host's terms
 */
public record AssignLead(LeadId id, long version, String owner) {}
