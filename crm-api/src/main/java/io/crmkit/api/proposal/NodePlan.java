package io.crmkit.api.proposal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who does what by when.
 *
 * @param status how far the work has come
 * @param owner the id of the person who writes the node; null if nobody does yet
 * @param dueOn when it shall be done; null if that is open
 */
public record NodePlan(NodeStatus status, @Nullable String owner, @Nullable LocalDate dueOn) {

  /** Open, nobody's, without a date. */
  public static NodePlan open() {
    return new NodePlan(NodeStatus.OPEN, null, null);
  }

  /** Open, to be written by this person. */
  public static NodePlan of(String owner) {
    return new NodePlan(NodeStatus.OPEN, owner, null);
  }
}
