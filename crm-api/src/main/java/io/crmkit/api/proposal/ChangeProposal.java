package io.crmkit.api.proposal;

/**
 * Changes what a proposal says of itself.
 *
 * @param id the proposal
 * @param version as the caller read it
 * @param title 1 to 200 characters
 * @param language an IETF tag
 */
public record ChangeProposal(ProposalId id, long version, String title, String language) {}
