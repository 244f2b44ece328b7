package io.crmkit.api.proposal;

/**
 * Writes a new edition of what a node contains.
 *
 * @param id the node
 * @param version as the caller read it
 * @param content the whole content, as it shall be
 */
public record WriteNode(ProposalNodeId id, long version, NodeContent content) {}
