package io.crmkit.api.proposal;

/**
 * Adds a node.
 *
 * @param proposalId where to
 * @param position where in its tree
 * @param heading its title
 * @param content what it contains
 */
public record AddNode(
    ProposalId proposalId, NodePosition position, NodeHeading heading, NodeContent content) {}
