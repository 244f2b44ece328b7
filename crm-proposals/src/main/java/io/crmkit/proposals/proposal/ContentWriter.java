package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.ProposalEntities.CONTENTS;
import static io.crmkit.proposals.proposal.ProposalEntities.NODES;

import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.AddNode;
import io.crmkit.api.proposal.ContentEditionId;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHold;
import io.crmkit.api.proposal.NodePlace;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.ProposalChange.Kind;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalNodeWritten;
import io.crmkit.api.proposal.WriteNode;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.proposals.merge.ContentInspector;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts contents into nodes; files are inspected before anything is locked. Thread-safe. */
final class ContentWriter {

  private final ContentInspector inspector;

  @Inject
  ContentWriter(ContentInspector inspector) {
    this.inspector = inspector;
  }

  /** A content as the fingerprint of an idempotency key sees it: with its kind. */
  record Input(ContentRow.Fields fields, ContentRow.@Nullable Cells cells) {
    static Input of(NodeContent content) {
      return new Input(ContentRow.Fields.of(content), ContentRow.Cells.of(content));
    }
  }

  ProposalNode add(Tx tx, AddNode command) {
    List<Reason> unusable =
        inspector.inspect(tx.session(), command.heading().title(), command.content());
    ProposalId proposal = command.proposalId();
    TreeFacts facts = TreeReader.locked(tx, proposal);
    ProposalNodeId id = new ProposalNodeId(tx.newId());
    ContentEditionId contentId =
        command.content() instanceof NodeContent.Nothing ? null : new ContentEditionId(tx.newId());
    ProposalNode fresh =
        new ProposalNode(
            id,
            0,
            proposal,
            new NodePlace(null, 0),
            command.heading(),
            NodePlan.open(),
            NodeHold.none(),
            contentId);
    TreeRules.Placed placed =
        TreeRules.add(facts, TreeRules.Newcomers.one(fresh, unusable), command.position())
            .orRefuse()
            .state();
    NodeService.respace(tx, facts, placed);
    if (contentId != null) {
      tx.store(CONTENTS).insert(row(tx, placed.node(), new Draft(1, command.content())));
    }
    ProposalNode added = tx.store(NODES).insert(placed.node());
    History.note(tx, added, Kind.NODE_ADDED);
    return added;
  }

  ProposalNode write(Tx tx, WriteNode command) {
    ProposalNode seen = tx.store(NODES).get(command.id());
    List<Reason> unusable = inspector.inspect(tx.session(), seen.title(), command.content());
    TreeFacts facts = TreeReader.locked(tx, seen.proposalId());
    ProposalNode node = tx.store(NODES).get(command.id(), command.version());
    List<Reason> reasons = new ArrayList<>(facts.untouchable(node));
    reasons.addAll(unusable);
    Optional<ContentRow> current =
        Optional.ofNullable(node.contentId()).map(tx.store(CONTENTS)::get);
    int edition = current.map(ContentRow::edition).orElse(0) + 1;
    ProposalNode written =
        TreeRules.write(node, new ContentEditionId(tx.newId()), reasons).orRefuse().state();
    NodeContent before = current.map(ContentRow::toContent).orElse(new NodeContent.Nothing());
    if (before.equals(command.content())) {
      return node;
    }
    tx.store(CONTENTS).insert(row(tx, written, new Draft(edition, command.content())));
    ProposalNode saved = tx.store(NODES).save(node, written);
    tx.publish(new ProposalNodeWritten(saved.proposalId(), saved.id(), edition));
    History.noteEdition(tx, saved, edition);
    return saved;
  }

  /** A content with the number of the edition that it will be. */
  private record Draft(int edition, NodeContent content) {}

  private static ContentRow row(Tx tx, ProposalNode node, Draft draft) {
    ContentEditionId id = node.contentId();
    if (id == null) {
      throw new IllegalArgumentException("the node has no content");
    }
    return new ContentRow(
        id,
        0,
        node.proposalId(),
        node.id(),
        draft.edition(),
        ContentRow.Fields.of(draft.content()),
        ContentRow.Cells.of(draft.content()),
        new ContentRow.Written(tx.session().actor().id(), tx.occurredAt()));
  }
}
