package io.crmkit.proposals.merge;

import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;

/**
 * One node to be merged.
 *
 * @param label its place and title for people, such as {@code "2.1 Design"}
 * @param depth 1 at the top of the tree
 * @param heading its title
 * @param content what it contains
 */
public record MergeNode(String label, int depth, NodeHeading heading, NodeContent content) {}
