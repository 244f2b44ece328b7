package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.ProposalEntities.CONTENTS;
import static io.crmkit.proposals.proposal.ProposalEntities.NODES;
import static io.crmkit.proposals.proposal.ProposalEntities.NODE_PROPOSAL;
import static io.crmkit.proposals.proposal.ProposalEntities.PROPOSALS;

import io.crmkit.api.proposal.ContentEditionId;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads proposals with their trees. */
final class TreeReader {

  private TreeReader() {}

  /**
   * The facts for a change, under the proposal's lock. Every change takes it for as long as its
   * command runs: a move sees where everything stands, and issuing sees no half of a change. It
   * changes nothing of the proposal, so people who work at different nodes never disturb each
   * other's versions.
   */
  static TreeFacts locked(Tx tx, ProposalId id) {
    tx.lock(PROPOSALS, List.of(id));
    Proposal proposal = tx.store(PROPOSALS).get(id);
    return new TreeFacts(proposal, nodes(tx, id), tx.session().actor().id(), tx.occurredAt());
  }

  static NodeTree nodes(ReadTx tx, ProposalId id) {
    return new NodeTree(tx.store(NODES).all(NODE_PROPOSAL.eq(id)));
  }

  /** What these nodes contain now; nodes without content are left out. */
  static Map<ProposalNodeId, ContentRow> contents(ReadTx tx, Collection<ProposalNode> nodes) {
    List<ContentEditionId> ids =
        nodes.stream().map(ProposalNode::contentId).filter(Objects::nonNull).toList();
    Map<ProposalNodeId, ContentRow> contents = new HashMap<>();
    tx.store(CONTENTS).findAll(ids).forEach(row -> contents.put(row.nodeId(), row));
    return contents;
  }
}
