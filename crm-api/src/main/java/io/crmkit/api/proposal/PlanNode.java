package io.crmkit.api.proposal;

/**
 * Says who writes a node by when, and how far it has come.
 *
 * @param id the node
 * @param version as the caller read it
 * @param plan the whole plan, as it shall be
 */
public record PlanNode(ProposalNodeId id, long version, NodePlan plan) {}
