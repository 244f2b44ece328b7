package io.crmkit.proposals.proposal;

import static io.crmkit.proposals.proposal.ProposalEntities.CHANGES;
import static io.crmkit.proposals.proposal.ProposalEntities.CHANGE_AT;
import static io.crmkit.proposals.proposal.ProposalEntities.CHANGE_PROPOSAL;
import static io.crmkit.proposals.proposal.ProposalEntities.NODES;
import static io.crmkit.proposals.proposal.ProposalEntities.PROPOSALS;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.proposal.ChangeProposal;
import io.crmkit.api.proposal.CopyProposal;
import io.crmkit.api.proposal.DraftProposal;
import io.crmkit.api.proposal.OutlineSource;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalChange;
import io.crmkit.api.proposal.ProposalChange.Kind;
import io.crmkit.api.proposal.ProposalDrafted;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalOutline;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.api.proposal.ProposalStep;
import io.crmkit.api.proposal.ProposalSubject;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Proposals as wholes. */
final class ProposalService implements Proposals {

  private final Work work;
  private final Issuing issuing;

  @Inject
  ProposalService(Work work, Issuing issuing) {
    this.work = work;
    this.issuing = issuing;
  }

  /** What a new proposal says of itself. */
  private record Beginning(String title, Locale language, ProposalSubject subject) {}

  @Override
  public Proposal draft(DraftProposal command) {
    new Faults().title("title", command.title()).language(command.language()).orThrow();
    return work.run(
        "proposal.draft",
        command,
        tx -> {
          Drafting.outline(outlines(tx), command.outline()).ifPresent(Drafting::refuse);
          Locale language =
              Objects.requireNonNullElse(command.language(), tx.session().profile().language());
          Proposal proposal =
              begin(tx, new Beginning(command.title(), language, command.subject()));
          outlines(tx).stream()
              .filter(outline -> outline.key().equals(command.outline()))
              .flatMap(outline -> Drafting.nodes(tx, proposal, outline).stream())
              .forEach(tx.store(NODES)::insert);
          return proposal;
        });
  }

  @Override
  public Proposal copy(CopyProposal command) {
    new Faults().title("title", command.title()).orThrow();
    return work.run(
        "proposal.copy",
        command,
        tx -> {
          Proposal source = tx.store(PROPOSALS).get(command.id());
          NodeTree tree = TreeReader.nodes(tx, source.id());
          List<ProposalNode> nodes =
              tree.children(null).stream().flatMap(top -> tree.branch(top).stream()).toList();
          Proposal copy =
              begin(tx, new Beginning(command.title(), source.language(), command.subject()));
          new BranchCopy(tx, nodes, copy.id()).insertAll(tx);
          return copy;
        });
  }

  private static Proposal begin(Tx tx, Beginning beginning) {
    Drafting.requireCustomer(tx, beginning.subject().customerId());
    Proposal proposal =
        new Proposal(
            new ProposalId(tx.newId()),
            0,
            Drafting.number(tx),
            beginning.title(),
            beginning.language(),
            beginning.subject(),
            ProposalStatus.DRAFT,
            tx.session().actor().id(),
            null,
            CustomValues.none());
    Proposal inserted =
        tx.store(PROPOSALS)
            .insert(
                Decision.accept(
                    proposal,
                    new ProposalDrafted(proposal.id(), proposal.number(), proposal.subject())));
    History.note(tx, inserted, Kind.DRAFTED, inserted.title());
    return inserted;
  }

  @Override
  public Proposal change(ChangeProposal command) {
    new Faults().title("title", command.title()).language(command.language()).orThrow();
    return work.run(
        "proposal.change",
        command,
        tx -> {
          tx.lock(PROPOSALS, List.of(command.id()));
          Proposal before = tx.store(PROPOSALS).get(command.id(), command.version());
          ChangeProposal given = tx.store(PROPOSALS).given(before, Form.whole(command));
          Proposal after = tx.store(PROPOSALS).save(before, ProposalRules.change(before, given));
          if (after.version() != before.version()) {
            History.note(tx, after, Kind.CHANGED, after.title());
          }
          return after;
        });
  }

  @Override
  public Proposal submit(ProposalStep command) {
    return step(command, ProposalRules.SUBMIT);
  }

  @Override
  public Proposal sendBack(ProposalStep command) {
    return step(command, ProposalRules.SEND_BACK);
  }

  @Override
  public Proposal withdraw(ProposalStep command) {
    return step(command, ProposalRules.WITHDRAW);
  }

  private Proposal step(ProposalStep command, String step) {
    return work.run(
        "proposal." + step,
        command,
        tx -> {
          TreeFacts facts = TreeReader.locked(tx, command.id());
          Proposal before = tx.store(PROPOSALS).get(command.id(), command.version());
          List<Reason> against =
              step.equals(ProposalRules.SUBMIT) ? ProposalRules.stillWriting(facts) : List.of();
          Proposal after =
              tx.store(PROPOSALS).save(before, ProposalRules.step(before, step, against));
          History.note(tx, after, Kind.STATUS_CHANGED, after.status().name());
          return after;
        });
  }

  @Override
  public Proposal issue(ProposalStep command) {
    return work.run("proposal.issue", command, tx -> issuing.issue(tx, command));
  }

  @Override
  public List<Reason> problems(ProposalId id) {
    return work.read(tx -> issuing.problems(tx, id));
  }

  @Override
  public void preview(ProposalId id, OutputStream target) {
    work.read(
        tx -> {
          issuing.preview(tx, id, target);
          return id;
        });
  }

  @Override
  public Proposal get(ProposalId id) {
    return work.read(tx -> tx.store(PROPOSALS).get(id));
  }

  @Override
  public Page<Proposal> find(Query<Proposal> query) {
    return work.read(tx -> tx.store(PROPOSALS).page(query));
  }

  @Override
  public Page<ProposalChange> history(HistoryQuery query) {
    return work.read(
        tx -> {
          tx.store(PROPOSALS).get(query.id());
          return tx.store(CHANGES)
              .page(
                  Query.where(CHANGE_PROPOSAL.eq(query.id()))
                      .orderBy(CHANGE_AT.descending())
                      .limit(query.limit())
                      .after(query.after()));
        });
  }

  @Override
  public List<ProposalOutline> outlines() {
    return work.read(ProposalService::outlines);
  }

  private static List<ProposalOutline> outlines(ReadTx tx) {
    return tx.contributions(OutlineSource.POINT).stream()
        .flatMap(source -> source.outlines(tx.session()).stream())
        .toList();
  }
}
