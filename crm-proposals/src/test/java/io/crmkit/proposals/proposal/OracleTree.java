package io.crmkit.proposals.proposal;

import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.NodePosition.Where;
import io.crmkit.api.proposal.ProposalNodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree as one would draw it on paper: nodes that hold lists of nodes. */
final class OracleTree {

  private static final class Paper {
    final String name;
    final List<Paper> children = new ArrayList<>();
    @Nullable Paper parent;
    boolean removed;

    Paper(String name) {
      this.name = name;
    }
  }

  private final Paper root = new Paper("root");
  private final Map<ProposalNodeId, Paper> papers = new HashMap<>();

  /** Adds a node unless its neighbour is deleted or it would stand too deep. */
  boolean add(ProposalNodeId id, NodePosition position) {
    return add(id, "n" + id.value().getLeastSignificantBits(), position);
  }

  boolean add(ProposalNodeId id, String name, NodePosition position) {
    if (!suitable(position, 1)) {
      return false;
    }
    Paper paper = new Paper(name);
    papers.put(id, paper);
    put(paper, position);
    return true;
  }

  /** Moves a node unless it, or its neighbour, is deleted, or it would stand below itself. */
  boolean move(ProposalNodeId id, NodePosition position) {
    Paper paper = papers.get(id);
    boolean itself = id.equals(position.node());
    if (!live(paper) || !suitable(position, height(paper))) {
      return false;
    }
    if (itself && position.where() != Where.LAST_IN) {
      return true;
    }
    for (Paper above = parent(position); above != null; above = above.parent) {
      if (above == paper) {
        return false;
      }
    }
    paper.parent.children.remove(paper);
    put(paper, position);
    return true;
  }

  boolean remove(ProposalNodeId id) {
    Paper paper = papers.get(id);
    boolean possible = live(paper);
    paper.removed |= possible;
    return possible;
  }

  boolean restore(ProposalNodeId id) {
    Paper paper = papers.get(id);
    boolean possible = paper.removed && live(paper.parent);
    paper.removed &= !possible;
    return possible;
  }

  /** Such as {@code n1(n2 n3(n4)) n5}, without what is deleted. */
  String draw() {
    return draw(root);
  }

  private static String draw(Paper paper) {
    StringBuilder drawing = new StringBuilder();
    for (Paper child : paper.children) {
      if (!child.removed) {
        String below = draw(child);
        drawing.append(drawing.isEmpty() ? "" : " ").append(child.name);
        drawing.append(below.isEmpty() ? "" : "(" + below + ")");
      }
    }
    return drawing.toString();
  }

  private void put(Paper paper, NodePosition position) {
    Paper parent = parent(position);
    int beside = parent.children.indexOf(papers.get(position.node()));
    int index =
        switch (position.where()) {
          case BEFORE -> beside;
          case AFTER -> beside + 1;
          default -> parent.children.size();
        };
    parent.children.add(index, paper);
    paper.parent = parent;
  }

  private Paper parent(NodePosition position) {
    return switch (position.where()) {
      case LAST_AT_TOP -> root;
      case LAST_IN -> papers.get(position.node());
      default -> papers.get(position.node()).parent;
    };
  }

  private boolean suitable(NodePosition position, int height) {
    Paper neighbour = position.node() == null ? root : papers.get(position.node());
    return live(neighbour) && depth(parent(position)) + height <= TreeRules.MAX_DEPTH;
  }

  private boolean live(Paper paper) {
    boolean live = true;
    for (Paper above = paper; above != null; above = above.parent) {
      live &= !above.removed;
    }
    return live;
  }

  private int depth(Paper paper) {
    return paper == root ? 0 : 1 + depth(paper.parent);
  }

  private static int height(Paper paper) {
    return 1 + paper.children.stream().mapToInt(OracleTree::height).max().orElse(0);
  }
}
