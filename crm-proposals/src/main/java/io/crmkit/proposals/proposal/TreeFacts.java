package io.crmkit.proposals.proposal;

import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.proposal.ProposalStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the rules of the tree judge by, read under the proposal's lock.
 *
 * @param proposal the proposal
 * @param tree all its nodes
 * @param actor the id of the actor who wants to change something
 * @param at when the change happens
 */
record TreeFacts(Proposal proposal, NodeTree tree, String actor, Instant at) {

  /** Why nothing of the proposal can be changed; empty if it can. */
  List<Reason> closed() {
    return proposal.status() == ProposalStatus.DRAFT
        ? List.of()
        : List.of(Reason.of(ProposalReason.NOT_OPEN).with("status", proposal.status()));
  }

  /** Why this node cannot be changed by this actor; empty if it can. */
  List<Reason> untouchable(ProposalNode node) {
    List<Reason> reasons = new ArrayList<>(closed());
    if (!tree.isLive(node)) {
      reasons.add(Reason.of(ProposalReason.NODE_REMOVED).with("node", node.title()));
    }
    tree.lineage(node).stream()
        .filter(this::lockedByAnother)
        .forEach(locked -> reasons.add(lockReason(locked)));
    return reasons;
  }

  boolean lockedByAnother(ProposalNode node) {
    String holder = node.hold().lockedBy();
    return holder != null && !holder.equals(actor);
  }

  static Reason lockReason(ProposalNode node) {
    return Reason.of(ProposalReason.NODE_LOCKED)
        .with("node", node.title())
        .with("by", Objects.requireNonNullElse(node.hold().lockedBy(), ""));
  }
}
