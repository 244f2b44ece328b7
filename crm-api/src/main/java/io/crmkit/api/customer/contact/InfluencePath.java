package io.crmkit.api.customer.contact;

import java.util.List;

/**
 * A way through the reporting lines of an organization.
 *
 * @param nodes from the contact in question to the one looked for, both included; never empty
 * @param found whether the last one plays the role looked for; if not, the way ends at the top
 */
public record InfluencePath(List<InfluenceMap.Node> nodes, boolean found) {

  public InfluencePath {
    nodes = List.copyOf(nodes);
  }

  /** The one to whom the way leads. */
  public InfluenceMap.Node last() {
    return nodes.get(nodes.size() - 1);
  }
}
