package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.ProposalEntities.CHANGES;

import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalChange;
import io.crmkit.api.proposal.ProposalChange.Kind;
import io.crmkit.api.proposal.ProposalChangeId;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.core.spi.work.Tx;
import org.jspecify.annotations.Nullable;

/** Writes down who did what. */
final class History {

  private History() {}

  static void note(Tx tx, Proposal proposal, Kind kind, String detail) {
    insert(tx, proposal.id(), new Deed(null, kind, detail));
  }

  static void note(Tx tx, ProposalNode node, Kind kind) {
    insert(tx, node.proposalId(), new Deed(node.id(), kind, node.title()));
  }

  static void noteEdition(Tx tx, ProposalNode node, int edition) {
    insert(tx, node.proposalId(), new Deed(node.id(), Kind.NODE_WRITTEN, "edition " + edition));
  }

  private record Deed(@Nullable ProposalNodeId node, Kind kind, String detail) {}

  private static void insert(Tx tx, ProposalId proposal, Deed deed) {
    tx.store(CHANGES)
        .insert(
            new ProposalChange(
                new ProposalChangeId(tx.newId()),
                0,
                proposal,
                deed.node(),
                deed.kind(),
                tx.session().actor().id(),
                tx.occurredAt(),
                deed.detail()));
  }
}
