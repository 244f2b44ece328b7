package io.crmkit.api.customer.relationship;

import io.crmkit.api.customer.CustomerId;
import java.util.List;

/**
 * What stands above and below a customer on a day. Customers whom the caller may not see, and what
 * hangs on them, are left out.
 *
 * @param question what was asked
 * @param above the parent, its parent, and so on to the top; empty at the top
 * @param below everything below, level by level
 */
public record Hierarchy(HierarchyQuestion question, List<CustomerId> above, List<Node> below) {

  /**
   * A customer below.
   *
   * @param customer who
   * @param parent directly below whom
   * @param depth 1 for the children of the customer in question, 2 for theirs
   */
  public record Node(CustomerId customer, CustomerId parent, int depth) {}

  public Hierarchy {
    above = List.copyOf(above);
    below = List.copyOf(below);
  }

  /** The customer at the top: the one in question, if nothing is above it. */
  public CustomerId top() {
    return above.isEmpty() ? question.customer() : above.get(above.size() - 1);
  }
}
