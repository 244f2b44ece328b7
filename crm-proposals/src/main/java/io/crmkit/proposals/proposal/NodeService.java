package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.ProposalEntities.CONTENTS;
import static io.crmkit.proposals.proposal.ProposalEntities.CONTENT_NODE;
import static io.crmkit.proposals.proposal.ProposalEntities.NODES;
import static io.crmkit.proposals.proposal.ProposalEntities.PROPOSALS;

import io.crmkit.api.proposal.AddNode;
import io.crmkit.api.proposal.ContentEdition;
import io.crmkit.api.proposal.CopyNode;
import io.crmkit.api.proposal.MoveNode;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.NodeStep;
import io.crmkit.api.proposal.PlanNode;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalChange.Kind;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalNodes;
import io.crmkit.api.proposal.ProposalTree;
import io.crmkit.api.proposal.TitleNode;
import io.crmkit.api.proposal.WriteNode;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tree of a proposal; each change is decided under the proposal's lock. */
final class NodeService implements ProposalNodes {

  private final Work work;
  private final ContentWriter contents;

  @Inject
  NodeService(Work work, ContentWriter contents) {
    this.work = work;
    this.contents = contents;
  }

  /** A node about to be changed, as it is now, with the facts to judge by. */
  private record Editing(TreeFacts facts, ProposalNode node) {}

  /** A rule that changes one node. */
  @FunctionalInterface
  private interface NodeRule {
    Decision<ProposalNode> decide(TreeFacts facts, ProposalNode node);
  }

  @Override
  public ProposalTree tree(ProposalId id) {
    return work.read(
        tx -> {
          Proposal proposal = tx.store(PROPOSALS).get(id);
          NodeTree tree = TreeReader.nodes(tx, id);
          return new ProposalTree(proposal, tree.branches(), tree.removed());
        });
  }

  @Override
  public ProposalNode get(ProposalNodeId id) {
    return work.read(tx -> tx.store(NODES).get(id));
  }

  @Override
  public Optional<ContentEdition> content(ProposalNodeId id) {
    return work.read(
        tx ->
            Optional.ofNullable(tx.store(NODES).get(id).contentId())
                .map(content -> tx.store(CONTENTS).get(content).toEdition()));
  }

  @Override
  public List<ContentEdition> editions(ProposalNodeId id) {
    return work.read(
        tx -> {
          ProposalNode node = tx.store(NODES).get(id);
          return tx.store(CONTENTS).all(CONTENT_NODE.eq(node.id())).stream()
              .sorted(Comparator.comparingInt(ContentRow::edition).reversed())
              .map(ContentRow::toEdition)
              .toList();
        });
  }

  @Override
  public ProposalNode add(AddNode command) {
    new Faults().heading(command.heading()).content(command.content()).orThrow();
    ContentWriter.Input input = ContentWriter.Input.of(command.content());
    return work.run(
        "proposal.add-node",
        new AddInput(command.proposalId(), command.position(), command.heading(), input),
        tx -> contents.add(tx, command));
  }

  /** The command as the fingerprint of an idempotency key sees it. */
  private record AddInput(
      ProposalId proposalId,
      NodePosition position,
      NodeHeading heading,
      ContentWriter.Input content) {}

  @Override
  public ProposalNode write(WriteNode command) {
    new Faults().content(command.content()).orThrow();
    ContentWriter.Input input = ContentWriter.Input.of(command.content());
    return work.run(
        "proposal.write-node",
        new WriteInput(command.id(), command.version(), input),
        tx -> contents.write(tx, command));
  }

  /** The command as the fingerprint of an idempotency key sees it. */
  private record WriteInput(ProposalNodeId id, long version, ContentWriter.Input content) {}

  @Override
  public ProposalNode move(MoveNode command) {
    return work.run(
        "proposal.move-node",
        command,
        tx -> {
          Editing editing = edit(tx, command.id(), command.version());
          ProposalNode moved =
              save(
                  tx, editing, TreeRules.move(editing.facts(), editing.node(), command.position()));
          History.note(tx, moved, Kind.NODE_MOVED);
          return moved;
        });
  }

  private static ProposalNode save(Tx tx, Editing editing, Decision<TreeRules.Placed> decision) {
    TreeRules.Placed placed = decision.orRefuse().state();
    respace(tx, editing.facts(), placed);
    return tx.store(NODES).save(editing.node(), placed.node());
  }

  static void respace(Tx tx, TreeFacts facts, TreeRules.Placed placed) {
    tx.store(NODES)
        .saveAll(
            placed.respaced().stream()
                .map(s -> Change.of(facts.tree().find(s.id()).orElseThrow(), s))
                .toList());
  }

  @Override
  public ProposalNode copy(CopyNode command) {
    return work.run("proposal.copy-node", command, tx -> copy(tx, command));
  }

  private static ProposalNode copy(Tx tx, CopyNode command) {
    ProposalNode source = tx.store(NODES).get(command.id());
    TreeFacts target = TreeReader.locked(tx, command.into());
    NodeTree from =
        source.proposalId().equals(command.into())
            ? target.tree()
            : TreeReader.nodes(tx, source.proposalId());
    ProposalNode top = from.find(source.id()).orElse(source);
    BranchCopy copy = new BranchCopy(tx, from.branch(top), command.into());
    TreeRules.Newcomers branch =
        new TreeRules.Newcomers(copy.top(), from.height(top), copy.size(), List.of());
    TreeRules.Placed placed =
        TreeRules.copy(target, new TreeRules.Origin(from, top, branch), command.position())
            .orRefuse()
            .state();
    respace(tx, target, placed);
    ProposalNode inserted = copy.insert(tx, placed.node());
    History.note(tx, inserted, Kind.NODE_COPIED);
    return inserted;
  }

  @Override
  public ProposalNode title(TitleNode command) {
    new Faults().heading(command.heading()).orThrow();
    return work.run(
        "proposal.title-node",
        command,
        tx ->
            change(
                tx,
                edit(tx, command.id(), command.version()),
                new Deed(
                    Kind.NODE_TITLED,
                    (facts, node) -> TreeRules.title(facts, node, command.heading()))));
  }

  @Override
  public ProposalNode plan(PlanNode command) {
    new Faults().plan(command.plan()).orThrow();
    return work.run(
        "proposal.plan-node",
        command,
        tx ->
            change(
                tx,
                edit(tx, command.id(), command.version()),
                new Deed(
                    Kind.NODE_PLANNED,
                    (facts, node) -> TreeRules.plan(facts, node, command.plan()))));
  }

  @Override
  public ProposalNode remove(NodeStep command) {
    return step("proposal.remove-node", command, new Deed(Kind.NODE_REMOVED, TreeRules::remove));
  }

  @Override
  public ProposalNode restore(NodeStep command) {
    return step("proposal.restore-node", command, new Deed(Kind.NODE_RESTORED, TreeRules::restore));
  }

  @Override
  public ProposalNode lock(NodeStep command) {
    return step("proposal.lock-node", command, new Deed(Kind.NODE_LOCKED, TreeRules::lock));
  }

  @Override
  public ProposalNode unlock(NodeStep command) {
    return step("proposal.unlock-node", command, new Deed(Kind.NODE_UNLOCKED, TreeRules::unlock));
  }

  /** What is done to a node, for the history, and by which rule. */
  private record Deed(Kind kind, NodeRule rule) {}

  private ProposalNode step(String name, NodeStep command, Deed deed) {
    return work.run(
        name, command, tx -> change(tx, edit(tx, command.id(), command.version()), deed));
  }

  private static ProposalNode change(Tx tx, Editing editing, Deed deed) {
    Decision<ProposalNode> decision = deed.rule().decide(editing.facts(), editing.node());
    ProposalNode changed = tx.store(NODES).save(editing.node(), decision);
    if (changed.version() != editing.node().version()) {
      History.note(tx, changed, deed.kind());
    }
    return changed;
  }

  private static Editing edit(Tx tx, ProposalNodeId id, long version) {
    ProposalId proposal = tx.store(NODES).get(id).proposalId();
    TreeFacts facts = TreeReader.locked(tx, proposal);
    return new Editing(facts, tx.store(NODES).get(id, version));
  }
}
