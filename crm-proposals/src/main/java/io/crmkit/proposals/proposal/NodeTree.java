package io.crmkit.proposals.proposal;

import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalTree.Branch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one proposal as a tree. Immutable; pure.
 *
 * <p>Siblings come in the order of their ranks. A node is live unless it, or one above it, was
 * deleted; deleting touches only the top of a branch, so restoring it brings back exactly what was
 * there.
 */
final class NodeTree {

  private static final Comparator<ProposalNode> ORDER =
      Comparator.<ProposalNode>comparingLong(node -> node.place().siblingRank())
          .thenComparing(node -> node.id().value());

  private final Map<ProposalNodeId, ProposalNode> byId = new HashMap<>();
  private final Map<@Nullable ProposalNodeId, List<ProposalNode>> byParent = new HashMap<>();

  NodeTree(Collection<ProposalNode> nodes) {
    for (ProposalNode node : nodes) {
      byId.put(node.id(), node);
      byParent.computeIfAbsent(node.place().parentId(), parent -> new ArrayList<>()).add(node);
    }
    byParent.values().forEach(siblings -> siblings.sort(ORDER));
  }

  int size() {
    return byId.size();
  }

  Optional<ProposalNode> find(@Nullable ProposalNodeId id) {
    return Optional.ofNullable(id == null ? null : byId.get(id));
  }

  /** The children of the node, or the top of the tree for null, deleted ones included. */
  List<ProposalNode> siblingsBelow(@Nullable ProposalNodeId parent) {
    return List.copyOf(byParent.getOrDefault(parent, List.of()));
  }

  /** The same without those that were deleted themselves. */
  List<ProposalNode> children(@Nullable ProposalNodeId parent) {
    return siblingsBelow(parent).stream().filter(node -> !isRemovedItself(node)).toList();
  }

  static boolean isRemovedItself(ProposalNode node) {
    return node.hold().removedAt() != null;
  }

  /** The node and those above it, up to the top. */
  List<ProposalNode> lineage(ProposalNode node) {
    List<ProposalNode> lineage = new ArrayList<>();
    Optional<ProposalNode> next = Optional.of(node);
    while (next.isPresent()) {
      if (lineage.size() > byId.size()) {
        throw new IllegalStateException("the tree has a cycle at " + node.id());
      }
      lineage.add(next.get());
      next = find(next.get().place().parentId());
    }
    return lineage;
  }

  boolean isLive(ProposalNode node) {
    return lineage(node).stream().noneMatch(NodeTree::isRemovedItself);
  }

  /** Whether the node is the top of this branch or anywhere below it. */
  boolean isWithin(ProposalNode node, ProposalNode top) {
    return lineage(node).stream().anyMatch(above -> above.id().equals(top.id()));
  }

  /** How many levels the node is below the top of the tree; 1 at the top. */
  int depth(ProposalNode node) {
    return lineage(node).size();
  }

  /** How many levels the branch has, deleted parts included, since they may come back. */
  int height(ProposalNode top) {
    int below = 0;
    for (ProposalNode child : siblingsBelow(top.id())) {
      below = Math.max(below, height(child));
    }
    return below + 1;
  }

  /** The node and all that is live below it, parents before their children, in order. */
  List<ProposalNode> branch(ProposalNode top) {
    List<ProposalNode> branch = new ArrayList<>();
    branch.add(top);
    children(top.id()).forEach(child -> branch.addAll(branch(child)));
    return branch;
  }

  /** The live tree, numbered. */
  List<Branch> branches() {
    return branches(null, "");
  }

  private List<Branch> branches(@Nullable ProposalNodeId parent, String prefix) {
    List<Branch> branches = new ArrayList<>();
    for (ProposalNode node : children(parent)) {
      String path = prefix + (branches.size() + 1);
      branches.add(new Branch(node, path, branches(node.id(), path + ".")));
    }
    return branches;
  }

  /** The tops of deleted branches, the latest deletion first. */
  List<ProposalNode> removed() {
    Comparator<ProposalNode> latestFirst =
        Comparator.comparing(
            node -> node.hold().removedAt(), Comparator.nullsLast(Comparator.reverseOrder()));
    return byId.values().stream()
        .filter(NodeTree::isRemovedItself)
        .sorted(latestFirst.thenComparing(ORDER))
        .toList();
  }
}
