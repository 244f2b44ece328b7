package io.crmkit.proposals.proposal;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodeHold;
import io.crmkit.api.proposal.NodePlace;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalOutline;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a proposal begins. */
final class Drafting {

  private static final int DIGITS = 6;

  private Drafting() {}

  static String number(Tx tx) {
    String digits = Long.toString(tx.nextNumber("proposal"));
    return "P-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /** Why there is no such outline; empty if there is, or none is wanted. */
  static Optional<Reason> outline(List<ProposalOutline> outlines, @Nullable String key) {
    return key == null || outlines.stream().anyMatch(outline -> outline.key().equals(key))
        ? Optional.empty()
        : Optional.of(Reason.of(ProposalReason.OUTLINE_UNKNOWN).with("outline", key));
  }

  static void refuse(Reason reason) {
    throw Refused.because(reason);
  }

  /**
   * @throws Refused if there is no such customer, or the caller may not know of it
   */
  static void requireCustomer(Tx tx, CustomerId customer) {
    if (tx.session().get(Customers.class).find(customer).isEmpty()) {
      refuse(Reason.of(ProposalReason.CUSTOMER_UNKNOWN));
    }
  }

  /** The chapters of an outline as nodes, parents before their children. */
  static List<ProposalNode> nodes(Tx tx, Proposal proposal, ProposalOutline outline) {
    List<ProposalNode> nodes = new ArrayList<>();
    new Chapters(tx, proposal, nodes).add(outline.chapters(), null);
    return nodes;
  }

  private record Chapters(Tx tx, Proposal proposal, List<ProposalNode> nodes) {

    void add(List<ProposalOutline.Chapter> chapters, @Nullable ProposalNodeId parent) {
      long rank = 0;
      for (ProposalOutline.Chapter chapter : chapters) {
        ProposalNodeId id = new ProposalNodeId(tx.newId());
        nodes.add(
            new ProposalNode(
                id,
                0,
                proposal.id(),
                new NodePlace(parent, rank),
                NodeHeading.shown(chapter.title().in(proposal.language())),
                NodePlan.open(),
                NodeHold.none(),
                null));
        rank += Ranks.GAP;
        add(chapter.sections(), id);
      }
    }
  }
}
