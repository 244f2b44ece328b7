package io.crmkit.proposals.proposal;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalChange;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.core.spi.storage.Entity;
import java.time.Instant;
import java.util.List;

/**
 * What the module keeps. Whoever may see a proposal sees its nodes, contents and history.
 *
 * <p>A node's title, plan and place change one small row; what it contains is a row of its own for
 * each edition, so that a tree is read without its texts.
 */
public final class ProposalEntities {

  public static final Entity<Proposal> PROPOSALS =
      Entity.of(Proposal.class, Proposal.ENTITY, "crm_proposal")
          .unique(ProposalReason.NUMBER_TAKEN, "number")
          .indexed("subject.customerId", "subject.about.id")
          .mentionsPeopleIn("title")
          .rootOfAccess();

  static final Entity<ProposalNode> NODES =
      Entity.of(ProposalNode.class, ProposalNode.ENTITY, "crm_proposal_node")
          .indexed("proposalId")
          .mentionsPeopleIn("heading.title")
          .ownedBy("proposalId", Proposal.class);

  static final Entity<ContentRow> CONTENTS =
      Entity.of(ContentRow.class, "proposals.content", "crm_proposal_content")
          .indexed("nodeId")
          .json("cells")
          .mentionsPeopleIn("content.body", "cells")
          .appendOnly()
          .unaudited()
          .ownedBy("proposalId", Proposal.class);

  static final Entity<ProposalChange> CHANGES =
      Entity.of(ProposalChange.class, "proposals.change", "crm_proposal_change")
          .indexed("proposalId")
          .mentionsPeopleIn("detail")
          .appendOnly()
          .unaudited()
          .ownedBy("proposalId", Proposal.class);

  static final Attribute<ProposalNode, ProposalId> NODE_PROPOSAL =
      Attribute.of(ProposalNode.class, "proposalId", ProposalId.class);
  static final Attribute<ContentRow, ProposalNodeId> CONTENT_NODE =
      Attribute.of(ContentRow.class, "nodeId", ProposalNodeId.class);
  static final Attribute<ProposalChange, ProposalId> CHANGE_PROPOSAL =
      Attribute.of(ProposalChange.class, "proposalId", ProposalId.class);
  static final Attribute<ProposalChange, Instant> CHANGE_AT =
      Attribute.of(ProposalChange.class, "occurredAt", Instant.class);

  private ProposalEntities() {}

  /** All of them, for the module's registration. */
  public static List<Entity<?>> all() {
    return List.of(PROPOSALS, NODES, CONTENTS, CHANGES);
  }
}
