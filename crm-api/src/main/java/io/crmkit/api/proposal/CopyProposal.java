package io.crmkit.api.proposal;

/**
 * Begins a proposal as a copy of another one, issued or not: its nodes and what they contain now.
 * Plans, locks and history are not copied.
 *
 * @param id the proposal to be copied
 * @param title of the new one, 1 to 200 characters
 * @param subject for whom and about what the new one is
 */
public record CopyProposal(ProposalId id, String title, ProposalSubject subject) {}
