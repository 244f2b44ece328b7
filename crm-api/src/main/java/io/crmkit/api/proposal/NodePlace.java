package io.crmkit.api.proposal;

import org.jspecify.annotations.Nullable;

/**
 * Where a node stands.
 *
 * @param parentId the node above; null at the top of the tree
 * @param siblingRank smaller ones come first among the children of one parent; the numbers
 *     themselves mean nothing
 */
public record NodePlace(@Nullable ProposalNodeId parentId, long siblingRank) {}
