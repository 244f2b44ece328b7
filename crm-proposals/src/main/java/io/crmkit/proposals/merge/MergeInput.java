package io.crmkit.proposals.merge;

import io.crmkit.api.proposal.Proposal;
import java.time.Instant;
import java.util.List;

/**
 * What is merged.
 *
 * @param proposal the proposal
 * @param createdAt the time of creation that the file carries; the only time in it
 * @param nodes in order
 */
public record MergeInput(Proposal proposal, Instant createdAt, List<MergeNode> nodes) {
  public MergeInput {
    nodes = List.copyOf(nodes);
  }
}
