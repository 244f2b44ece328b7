package io.crmkit.sales.opportunity;

import io.crmkit.api.error.Reason;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityLost;
import io.crmkit.api.sales.opportunity.OpportunityMoved;
import io.crmkit.api.sales.opportunity.OpportunityOpened;
import io.crmkit.api.sales.opportunity.OpportunityOrigin;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.api.sales.opportunity.Progress;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.opportunity.StageStay;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.core.spi.rule.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How opportunities move. The pipeline says which stages there are and what it takes to enter them;
 * these rules carry it out, and refuse with everything that speaks against a step at once.
 */
final class OpportunityRules {

  private OpportunityRules() {}

  /** A new opportunity, about to enter the first stage. */
  static Opportunity begun(OpportunityId id, OpenOpportunity command, Begin begin) {
    Stage first = begin.pipeline().definition().first();
    return new Opportunity(
        id,
        0,
        command.name(),
        command.customer(),
        begin.owner(),
        command.deal(),
        new Progress(
            begin.pipeline().id(),
            first.code(),
            first.category(),
            first.probability(),
            begin.at(),
            begin.at(),
            null,
            null),
        new OpportunityOrigin(begin.at(), command.lead(), command.contact(), null, null),
        command.answers(),
        CustomValues.none());
  }

  /** What a new opportunity takes from outside its command. */
  record Begin(Pipeline pipeline, Salesperson owner, Instant at) {}

  static Decision<Opportunity> open(Opportunity begun, Route route, List<Reason> objections) {
    return Decision.unless(
        all(route.against(), objections),
        () ->
            Decision.accept(
                begun,
                new OpportunityOpened(begun.id(), begun.customer(), begun.owner().person())));
  }

  static Decision<Opportunity> move(Opportunity before, Step step, Route route, MoveFacts facts) {
    List<Reason> against = new ArrayList<>(facts.moment().against(before.progress()));
    against.addAll(route.against());
    against.addAll(facts.objections());
    Stage to = route.to();
    if (to == null || !against.isEmpty()) {
      return new Decision.Rejected<>(against);
    }
    boolean open = to.category() == StageCategory.OPEN;
    Progress progress =
        new Progress(
            before.progress().pipeline(),
            to.code(),
            to.category(),
            to.probability(),
            facts.moment().at(),
            facts.moment().at(),
            open ? null : facts.moment().on(),
            to.category() == StageCategory.LOST ? step.reason() : null);
    Opportunity after = before.withProgress(progress);
    return new Decision.Accepted<>(after, events(before, after));
  }

  /**
   * What a move is decided on.
   *
   * @param objections what the guards have against it
   * @param moment when it happens
   */
  record MoveFacts(List<Reason> objections, Moment moment) {}

  private static List<CrmEvent> events(Opportunity before, Opportunity after) {
    List<CrmEvent> events = new ArrayList<>();
    Progress progress = after.progress();
    events.add(
        new OpportunityMoved(
            after.id(), before.progress().stage(), progress.stage(), progress.category()));
    if (progress.category() == StageCategory.WON) {
      events.add(new OpportunityWon(after.id(), after.customer(), after.deal().amount()));
    }
    if (progress.category() == StageCategory.LOST) {
      String reason = progress.lossReason() == null ? "" : progress.lossReason();
      events.add(new OpportunityLost(after.id(), after.customer(), reason));
    }
    return events;
  }

  static Decision<Opportunity> amend(Opportunity before, AmendOpportunity command, Moment moment) {
    Opportunity after =
        before
            .withName(command.name())
            .withCustomer(command.customer())
            .withOwner(command.owner())
            .withDeal(command.deal())
            .withAnswers(command.answers());
    if (standing(after).equals(standing(before))) {
      return Decision.accept(after);
    }
    Progress progress = before.progress().withChangedAt(moment.at());
    return Decision.unless(
        moment.against(before.progress()), () -> Decision.accept(after.withProgress(progress)));
  }

  /** The opportunity on another revision of its pipeline. */
  static Decision<Opportunity> migrate(
      Opportunity before, Pipeline to, Stage stage, Moment moment) {
    Progress old = before.progress();
    boolean same = old.stage().equals(stage.code());
    Progress progress =
        old.withPipeline(to.id())
            .withStage(stage.code())
            .withProbability(stage.probability())
            .withEnteredAt(same ? old.enteredAt() : moment.at())
            .withChangedAt(moment.at());
    return Decision.unless(
        moment.against(old), () -> Decision.accept(before.withProgress(progress)));
  }

  /** How an opportunity stands, for its history. */
  static OpportunityChange.Standing standing(Opportunity opportunity) {
    Progress progress = opportunity.progress();
    return new OpportunityChange.Standing(
        progress.pipeline(),
        progress.stage(),
        progress.category(),
        progress.probability(),
        opportunity.deal().amount(),
        opportunity.deal().expectedClose(),
        opportunity.owner().person());
  }

  /** The stays that a history tells of, until this moment. */
  static List<StageStay> stays(List<OpportunityChange> history, Instant now) {
    List<StageStay> stays = new ArrayList<>();
    for (int i = 0; i < history.size(); ) {
      String stage = history.get(i).standing().stage();
      Instant entered = history.get(i).occurredAt();
      int next = i + 1;
      while (next < history.size() && history.get(next).standing().stage().equals(stage)) {
        next++;
      }
      Instant left = next < history.size() ? history.get(next).occurredAt() : null;
      Instant until = left == null ? now : left;
      stays.add(new StageStay(stage, entered, left, Duration.between(entered, until)));
      i = next;
    }
    return stays;
  }

  private static List<Reason> all(List<Reason> some, List<Reason> more) {
    List<Reason> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
