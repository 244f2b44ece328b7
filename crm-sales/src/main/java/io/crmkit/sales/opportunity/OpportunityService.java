package io.crmkit.sales.opportunity;

import static io.crmkit.sales.opportunity.OpportunityEntities.CHANGES;
import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.error.Reason;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.LoseOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityEntered;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityMove;
import io.crmkit.api.sales.opportunity.ReopenOpportunity;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.opportunity.StageStay;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.pipeline.MigratePipeline;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.sales.pipeline.PipelineCatalog;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opportunities: thin around {@link OpportunityRules}. */
public final class OpportunityService implements Opportunities {

  private final Work work;
  private final PipelineCatalog pipelines;

  @Inject
  OpportunityService(Work work, PipelineCatalog pipelines) {
    this.work = work;
    this.pipelines = pipelines;
  }

  @Override
  public Opportunity open(OpenOpportunity command) {
    return work.run(
        "opportunity.open",
        command,
        tx -> {
          OpportunityChecks.check(command);
          OpenOpportunity given = tx.store(OPPORTUNITIES).given(Form.whole(command));
          parties(tx, command);
          Pipeline pipeline = pipelines.require(tx, command.pipeline());
          Salesperson owner =
              command.owner() != null ? command.owner() : Salesperson.of(tx.session().actor().id());
          Opportunity begun =
              OpportunityRules.begun(
                  new OpportunityId(tx.newId()),
                  given,
                  new OpportunityRules.Begin(pipeline, owner, tx.occurredAt()));
          Route route = Route.begin(begun, pipeline.definition());
          List<Reason> objections = new ArrayList<>(ask(tx, begun, route));
          List<ReadTx.ActionCall> actions = actions(pipeline, route);
          objections.addAll(tx.missing(OpportunityEntered.POINT, actions));
          Opportunity opened =
              tx.store(OPPORTUNITIES).insert(OpportunityRules.open(begun, route, objections));
          ChangeLog.write(tx, opened, OpportunityChange.Kind.OPENED);
          tx.act(OpportunityEntered.POINT, new OpportunityEntered(opened, null), actions);
          return opened;
        });
  }

  /** The customer and the contact must be there for the caller. */
  private static void parties(Tx tx, OpenOpportunity command) {
    CustomerId customer = command.customer();
    if (customer != null) {
      tx.session().get(Customers.class).get(customer);
    }
    ContactId contact = command.contact();
    if (contact != null) {
      tx.session().get(Contacts.class).get(contact);
    }
  }

  @Override
  public Opportunity amend(AmendOpportunity command) {
    return work.run(
        "opportunity.amend",
        command,
        tx -> {
          OpportunityChecks.check(command);
          Opportunity before = tx.store(OPPORTUNITIES).get(command.id(), command.version());
          AmendOpportunity given = tx.store(OPPORTUNITIES).given(before, Form.whole(command));
          CustomerId customer = given.customer();
          if (customer != null && !customer.equals(before.customer())) {
            tx.session().get(Customers.class).get(customer);
          }
          Opportunity after =
              tx.store(OPPORTUNITIES)
                  .save(before, OpportunityRules.amend(before, given, Moment.of(tx)));
          if (!OpportunityRules.standing(before).equals(OpportunityRules.standing(after))) {
            ChangeLog.write(tx, after, OpportunityChange.Kind.AMENDED);
          }
          return after;
        });
  }

  @Override
  public Opportunity advance(AdvanceOpportunity command) {
    return work.run(
        "opportunity.advance",
        command,
        tx -> {
          Opportunity before = tx.store(OPPORTUNITIES).get(command.id(), command.version());
          return move(tx, before, new Step(Step.Kind.ADVANCE, command.stage(), null));
        });
  }

  @Override
  public Opportunity win(WinOpportunity command) {
    return work.run(
        "opportunity.win",
        command,
        tx -> {
          Opportunity before = tx.store(OPPORTUNITIES).get(command.id(), command.version());
          return move(tx, before, new Step(Step.Kind.WIN, null, null));
        });
  }

  @Override
  public Opportunity lose(LoseOpportunity command) {
    return work.run(
        "opportunity.lose",
        command,
        tx -> {
          OpportunityChecks.check(command);
          Opportunity before = tx.store(OPPORTUNITIES).get(command.id(), command.version());
          return move(tx, before, new Step(Step.Kind.LOSE, null, command.reason()));
        });
  }

  @Override
  public Opportunity reopen(ReopenOpportunity command) {
    return work.run(
        "opportunity.reopen",
        command,
        tx -> {
          Opportunity before = tx.store(OPPORTUNITIES).get(command.id(), command.version());
          return move(tx, before, new Step(Step.Kind.REOPEN, command.stage(), null));
        });
  }

  private Opportunity move(Tx tx, Opportunity before, Step step) {
    Pipeline pipeline = pipelines.get(tx, before.progress().pipeline());
    Route route = Route.find(before, step, pipeline.definition());
    List<ReadTx.ActionCall> actions = actions(pipeline, route);
    List<Reason> objections = new ArrayList<>(ask(tx, before, route));
    objections.addAll(tx.missing(OpportunityEntered.POINT, actions));
    OpportunityRules.MoveFacts facts = new OpportunityRules.MoveFacts(objections, Moment.of(tx));
    Opportunity after =
        tx.store(OPPORTUNITIES).save(before, OpportunityRules.move(before, step, route, facts));
    ChangeLog.write(
        tx,
        after,
        step.kind() == Step.Kind.REOPEN
            ? OpportunityChange.Kind.REOPENED
            : OpportunityChange.Kind.MOVED);
    tx.act(
        OpportunityEntered.POINT,
        new OpportunityEntered(after, before.progress().stage()),
        actions);
    return after;
  }

  private static List<ReadTx.ActionCall> actions(Pipeline pipeline, Route route) {
    Stage to = route.to();
    return to == null
        ? List.of()
        : pipeline.definition().actionsOf(to.code()).stream()
            .map(a -> new ReadTx.ActionCall(a.action(), a.parameters()))
            .toList();
  }

  /** What the guards along the route object. */
  private static List<Reason> ask(Tx tx, Opportunity opportunity, Route route) {
    Stage to = route.to();
    if (to == null) {
      return List.of();
    }
    List<ReadTx.GuardCall> calls =
        route.guards().stream().map(g -> new ReadTx.GuardCall(g.guard(), g.parameters())).toList();
    OpportunityMove move =
        new OpportunityMove(opportunity, to.code(), to.category(), tx.occurredAt());
    return tx.guards(OpportunityMove.POINT, move, calls);
  }

  @Override
  public int migrate(MigratePipeline command) {
    return new Migration(work, pipelines).run(command);
  }

  @Override
  public Opportunity get(OpportunityId id) {
    return work.read(tx -> tx.store(OPPORTUNITIES).get(id));
  }

  @Override
  public Optional<Opportunity> find(OpportunityId id) {
    return work.read(tx -> tx.store(OPPORTUNITIES).find(id));
  }

  @Override
  public Page<Opportunity> page(Query<Opportunity> query) {
    return work.read(tx -> tx.store(OPPORTUNITIES).page(query));
  }

  @Override
  public Page<OpportunityChange> changes(Query<OpportunityChange> query) {
    return work.read(tx -> tx.store(CHANGES).page(query));
  }

  @Override
  public List<OpportunityChange> history(OpportunityId id) {
    return work.read(
        tx -> {
          tx.store(OPPORTUNITIES).get(id);
          return ChangeLog.read(tx, id);
        });
  }

  @Override
  public List<StageStay> stays(OpportunityId id) {
    return work.read(
        tx -> {
          tx.store(OPPORTUNITIES).get(id);
          return OpportunityRules.stays(ChangeLog.read(tx, id), tx.now());
        });
  }
}
