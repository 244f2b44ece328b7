package io.crmkit.api.proposal;

/**
 * Copies a node, and all below it, within its proposal or into another one. Contents are copied as
 * they are now; plans, locks and history are not.
 *
 * @param id the node
 * @param into the proposal that gets the copy
 * @param position where in its tree
 */
public record CopyNode(ProposalNodeId id, ProposalId into, NodePosition position) {}
