package io.crmkit.api.proposal;

/**
 * Moves a node, and all below it, within its proposal.
 *
 * @param id the node
 * @param version as the caller read it
 * @param position where to
 */
public record MoveNode(ProposalNodeId id, long version, NodePosition position) {}
