package io.crmkit.api.proposal;

/**
 * Takes a proposal one step further, or back.
 *
 * @param id the proposal
 * @param version as the caller read it
 */
public record ProposalStep(ProposalId id, long version) {}
