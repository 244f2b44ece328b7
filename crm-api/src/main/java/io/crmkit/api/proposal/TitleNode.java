package io.crmkit.api.proposal;

/**
 * Gives a node another title.
 *
 * @param id the node
 * @param version as the caller read it
 * @param heading the title
 */
public record TitleNode(ProposalNodeId id, long version, NodeHeading heading) {}
