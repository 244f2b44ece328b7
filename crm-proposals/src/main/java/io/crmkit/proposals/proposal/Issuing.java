package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.ProposalEntities.PROPOSALS;

import io.crmkit.api.document.Documents;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalChange.Kind;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalStep;
import io.crmkit.api.proposal.ProposalTree;
import io.crmkit.api.proposal.ProposalTree.Branch;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.proposals.merge.MergeInput;
import io.crmkit.proposals.merge.MergeNode;
import io.crmkit.proposals.merge.MergeOutcome;
import io.crmkit.proposals.merge.ProposalMerger;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges a proposal, to be looked at or for good. Thread-safe. */
final class Issuing {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final ProposalMerger merger;

  @Inject
  Issuing(ProposalMerger merger) {
    this.merger = merger;
  }

  Proposal issue(Tx tx, ProposalStep command) {
    TreeFacts facts = TreeReader.locked(tx, command.id());
    Proposal before = tx.store(PROPOSALS).get(command.id(), command.version());
    MergeOutcome outcome = merge(tx, facts, tx.occurredAt());
    List<Reason> reasons = against(facts, outcome);
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
    StoredDocument stored =
        tx.session()
            .get(Documents.class)
            .store(
                new NewDocument(FileNames.of(before), WORD),
                new ByteArrayInputStream(outcome.file()));
    ProposalIssue issue =
        new ProposalIssue(stored.id(), tx.occurredAt(), tx.session().actor().id());
    Proposal issued = tx.store(PROPOSALS).save(before, ProposalRules.issue(before, issue));
    History.note(tx, issued, Kind.STATUS_CHANGED, issued.status().name());
    return issued;
  }

  List<Reason> problems(ReadTx tx, ProposalId id) {
    TreeFacts facts = facts(tx, id);
    return against(facts, merge(tx, facts, tx.now()));
  }

  void preview(ReadTx tx, ProposalId id, OutputStream target) {
    TreeFacts facts = facts(tx, id);
    ProposalIssue issue = facts.proposal().issue();
    if (issue != null) {
      tx.session().get(Documents.class).copyTo(issue.documentId(), target);
      return;
    }
    MergeOutcome outcome = merge(tx, facts, tx.now());
    if (!outcome.reasons().isEmpty()) {
      throw new Refused(outcome.reasons());
    }
    try {
      target.write(outcome.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeFacts facts(ReadTx tx, ProposalId id) {
    Proposal proposal = tx.store(PROPOSALS).get(id);
    return new TreeFacts(proposal, TreeReader.nodes(tx, id), tx.session().actor().id(), tx.now());
  }

  private static List<Reason> against(TreeFacts facts, MergeOutcome outcome) {
    List<Reason> reasons =
        new ArrayList<>(ProposalRules.refusal(facts.proposal(), ProposalRules.ISSUE));
    reasons.addAll(ProposalRules.stillWriting(facts));
    reasons.addAll(outcome.reasons());
    return reasons;
  }

  private MergeOutcome merge(ReadTx tx, TreeFacts facts, Instant createdAt) {
    ProposalTree tree = new ProposalTree(facts.proposal(), facts.tree().branches(), List.of());
    List<Branch> inOrder = tree.inOrder();
    List<ProposalNode> nodes = inOrder.stream().map(Branch::node).toList();
    Map<ProposalNodeId, ContentRow> contents = TreeReader.contents(tx, nodes);
    List<MergeNode> parts = inOrder.stream().map(branch -> part(facts, branch, contents)).toList();
    return merger.merge(tx, new MergeInput(facts.proposal(), createdAt, parts));
  }

  private static MergeNode part(
      TreeFacts facts, Branch branch, Map<ProposalNodeId, ContentRow> contents) {
    ContentRow row = contents.get(branch.node().id());
    return new MergeNode(
        branch.path() + " " + branch.node().title(),
        facts.tree().depth(branch.node()),
        branch.node().heading(),
        row == null ? new NodeContent.Nothing() : row.toContent());
  }
}
