package io.crmkit.proposals.proposal;

import io.crmkit.api.proposal.NodePlace;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks of siblings: numbers with gaps, so that a node goes between two others without touching
 * them, and people who edit those are not disturbed. Only when a gap is used up are the siblings
 * spaced anew. Pure.
 */
final class Ranks {

  /** Thirty-two nodes fit into the same gap, always at the worst place, before it is used up. */
  static final long GAP = 1L << 32;

  private Ranks() {}

  /**
   * A place among siblings.
   *
   * @param place the place
   * @param respaced siblings that had to be given other ranks; almost always none
   */
  record Slot(NodePlace place, List<ProposalNode> respaced) {}

  /**
   * The place at this index.
   *
   * @param parent the parent of the siblings; null at the top
   * @param siblings in order, without the node that shall get the place
   * @param index 0 to the number of siblings
   */
  static Slot slot(@Nullable ProposalNodeId parent, List<ProposalNode> siblings, int index) {
    if (siblings.isEmpty()) {
      return new Slot(new NodePlace(parent, 0), List.of());
    }
    long low = index == 0 ? rank(siblings, 0) - 2 * GAP : rank(siblings, index - 1);
    long high = index == siblings.size() ? low + 2 * GAP : rank(siblings, index);
    boolean overflows = index == 0 ? low > high : high < low;
    if (overflows || high - low < 2) {
      return respace(parent, siblings, index);
    }
    return new Slot(new NodePlace(parent, low + (high - low) / 2), List.of());
  }

  private static Slot respace(
      @Nullable ProposalNodeId parent, List<ProposalNode> siblings, int index) {
    List<ProposalNode> respaced = new ArrayList<>();
    for (int i = 0; i < siblings.size(); i++) {
      long rank = (i < index ? i : i + 1) * GAP;
      respaced.add(siblings.get(i).withPlace(new NodePlace(parent, rank)));
    }
    return new Slot(new NodePlace(parent, index * GAP), respaced);
  }

  private static long rank(List<ProposalNode> siblings, int index) {
    return siblings.get(index).place().siblingRank();
  }
}
