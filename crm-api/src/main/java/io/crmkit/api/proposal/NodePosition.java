package io.crmkit.api.proposal;

import org.jspecify.annotations.Nullable;

/**
 * Where a node shall go, said by its neighbours: so it stays right while others move other nodes.
 *
 * @param where in relation to the node
 * @param node the neighbour or parent; null only with {@link Where#LAST_AT_TOP}
 */
public record NodePosition(Where where, @Nullable ProposalNodeId node) {

  /** In relation to a node. */
  public enum Where {
    /** After all nodes of the top level. */
    LAST_AT_TOP,
    /** After all children of the node. */
    LAST_IN,
    /** Beside the node, just before it. */
    BEFORE,
    /** Beside the node, just after it. */
    AFTER
  }

  /**
   * @throws IllegalArgumentException if a node is missing, or given where none belongs
   */
  public NodePosition {
    if ((node == null) != (where == Where.LAST_AT_TOP)) {
      throw new IllegalArgumentException(where + " and the node do not go together: " + node);
    }
  }

  public static NodePosition lastAtTop() {
    return new NodePosition(Where.LAST_AT_TOP, null);
  }

  public static NodePosition lastIn(ProposalNodeId parent) {
    return new NodePosition(Where.LAST_IN, parent);
  }

  public static NodePosition before(ProposalNodeId sibling) {
    return new NodePosition(Where.BEFORE, sibling);
  }

  public static NodePosition after(ProposalNodeId sibling) {
    return new NodePosition(Where.AFTER, sibling);
  }
}
