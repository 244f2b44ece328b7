package io.crmkit.proposals.proposal;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodeHold;
import io.crmkit.api.proposal.NodePlace;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.api.proposal.ProposalSubject;
import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

/** Proposals and nodes for tests of pure rules. */
final class Sample {

  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  static final ProposalId PROPOSAL_ID = new ProposalId(new UUID(0, 1));

  private Sample() {}

  static Proposal proposal(ProposalStatus status) {
    CustomerId customer = new CustomerId(new UUID(0, 2));
    return new Proposal(
        PROPOSAL_ID,
        1,
        "P-000001",
        "Two presses",
        Locale.ENGLISH,
        new ProposalSubject(customer, EntityRef.of("customer.customer", customer)),
        status,
        "olga",
        null,
        CustomValues.none());
  }

  static ProposalNodeId id(long number) {
    return new ProposalNodeId(new UUID(1, number));
  }

  /** A node at the top; its title is its number. */
  static ProposalNode node(long number) {
    return new ProposalNode(
        id(number),
        1,
        PROPOSAL_ID,
        new NodePlace(null, number * Ranks.GAP),
        NodeHeading.shown("n" + number),
        NodePlan.open(),
        NodeHold.none(),
        null);
  }

  static ProposalNode nodeBelow(ProposalNode parent, long number) {
    return node(number).withPlace(new NodePlace(parent.id(), number * Ranks.GAP));
  }

  static TreeFacts facts(Collection<ProposalNode> nodes) {
    return facts(nodes, "anna");
  }

  static TreeFacts facts(Collection<ProposalNode> nodes, String actor) {
    return new TreeFacts(proposal(ProposalStatus.DRAFT), new NodeTree(nodes), actor, NOW);
  }
}
