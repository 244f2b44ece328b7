package io.crmkit.api.proposal;

/**
 * Does something to a node as it is: delete, restore, lock, unlock.
 *
 * @param id the node
 * @param version as the caller read it
 */
public record NodeStep(ProposalNodeId id, long version) {}
