package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.ProposalEntities.CONTENTS;
import static io.crmkit.proposals.proposal.ProposalEntities.NODES;

import io.crmkit.api.proposal.ContentEditionId;
import io.crmkit.api.proposal.NodeHold;
import io.crmkit.api.proposal.NodePlace;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies of nodes with what they contain now; nothing is written until it is told to. For one
 * thread.
 */
final class BranchCopy {

  private final List<ProposalNode> nodes = new ArrayList<>();
  private final List<ContentRow> contents = new ArrayList<>();

  /**
   * @param source parents before their children; a parent that is not among them stays as it is
   * @param into the proposal that gets the copies
   */
  BranchCopy(Tx tx, List<ProposalNode> source, ProposalId into) {
    Map<ProposalNodeId, ContentRow> written = TreeReader.contents(tx, source);
    Map<ProposalNodeId, ProposalNodeId> copies = new HashMap<>();
    ContentRow.Written by = new ContentRow.Written(tx.session().actor().id(), tx.occurredAt());
    for (ProposalNode node : source) {
      ProposalNodeId id = new ProposalNodeId(tx.newId());
      copies.put(node.id(), id);
      ContentRow row = written.get(node.id());
      ContentEditionId contentId = row == null ? null : new ContentEditionId(tx.newId());
      if (row != null && contentId != null) {
        contents.add(new ContentRow(contentId, 0, into, id, 1, row.content(), row.cells(), by));
      }
      ProposalNodeId parent = node.place().parentId();
      NodePlace place =
          new NodePlace(
              parent == null ? null : copies.getOrDefault(parent, parent),
              node.place().siblingRank());
      nodes.add(
          new ProposalNode(
              id, 0, into, place, node.heading(), NodePlan.open(), NodeHold.none(), contentId));
    }
  }

  /** The first of the copies, still at the place of what it was copied from. */
  ProposalNode top() {
    return nodes.get(0);
  }

  int size() {
    return nodes.size();
  }

  /** Writes the copies, the first one as it is given. */
  ProposalNode insert(Tx tx, ProposalNode top) {
    nodes.set(0, top);
    return insertAll(tx).get(0);
  }

  List<ProposalNode> insertAll(Tx tx) {
    contents.forEach(tx.store(CONTENTS)::insert);
    return nodes.stream().map(tx.store(NODES)::insert).toList();
  }
}
