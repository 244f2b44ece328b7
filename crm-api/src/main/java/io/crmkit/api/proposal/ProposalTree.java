package io.crmkit.api.proposal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A proposal with its nodes in order.
 *
 * @param proposal the proposal
 * @param branches the nodes at the top, each with those below it
 * @param removed the tops of deleted branches, the latest deletion first; they can be restored
 */
public record ProposalTree(Proposal proposal, List<Branch> branches, List<ProposalNode> removed) {

  public ProposalTree {
    branches = List.copyOf(branches);
    removed = List.copyOf(removed);
  }

  /**
   * A node with those below it.
   *
   * @param node the node
   * @param path its place for people, such as {@code "2.1"}
   * @param children the nodes below it, in order
   */
  public record Branch(ProposalNode node, String path, List<Branch> children) {
    public Branch {
      children = List.copyOf(children);
    }
  }

  /** Every node that is not deleted, in the order in which the document shows them. */
  public List<Branch> inOrder() {
    List<Branch> all = new ArrayList<>();
    Deque<Branch> waiting = new ArrayDeque<>(branches);
    while (!waiting.isEmpty()) {
      Branch next = waiting.pop();
      all.add(next);
      for (int i = next.children().size() - 1; i >= 0; i--) {
        waiting.push(next.children().get(i));
      }
    }
    return all;
  }
}
