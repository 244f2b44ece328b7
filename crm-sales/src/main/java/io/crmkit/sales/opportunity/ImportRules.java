package io.crmkit.sales.opportunity;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityChangeId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityOrigin;
import io.crmkit.api.sales.opportunity.Progress;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.sales.validation.Faults;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Makes an opportunity and its history of a row from another program. */
final class ImportRules {

  private final Pipeline pipeline;
  private final Moment moment;
  private final Circumstances circumstances;

  ImportRules(Pipeline pipeline, Moment moment, Circumstances circumstances) {
    this.pipeline = pipeline;
    this.moment = moment;
    this.circumstances = circumstances;
  }

  /** From which program, by whom, and in which zone dates are reckoned. */
  record Circumstances(String source, String actor, ZoneId zone) {}

  /** Every fault of one row. */
  List<InvalidInput.Fault> faults(String path, HistoricOpportunity row) {
    Faults faults = new Faults();
    faults.text(path + "externalId", row.externalId(), 200);
    faults.text(path + "name", row.name(), 200);
    faults.optional(path + "lossReason", row.lossReason(), 500);
    OpportunityChecks.owner(faults, path + "owner.", row.owner());
    OpportunityChecks.deal(faults, path + "deal.", row.deal());
    faults.count(path + "visits", row.visits().size(), 100);
    LocalDate before = null;
    for (int i = 0; i < row.visits().size(); i++) {
      HistoricOpportunity.Visit visit = row.visits().get(i);
      String visitPath = path + "visits[" + i + "].";
      if (pipeline.definition().stage(visit.stage()).isEmpty()) {
        faults.add(visitPath + "stage", "no such stage: " + visit.stage());
      }
      LocalDate on = visit.enteredOn();
      if (on == null) {
        if (row.visits().size() > 1) {
          faults.add(visitPath + "enteredOn", "must be known where there are several");
        }
      } else if (on.isAfter(moment.on())) {
        faults.add(visitPath + "enteredOn", "lies in the future: " + on);
      } else if (before != null && on.isBefore(before)) {
        faults.add(visitPath + "enteredOn", "lies before the stage before it: " + on);
      }
      before = on == null ? before : on;
    }
    return faults.all();
  }

  /** The opportunity as it stands after its last visit. */
  Opportunity opportunity(OpportunityId id, HistoricOpportunity row) {
    List<HistoricOpportunity.Visit> visits = row.visits();
    HistoricOpportunity.Visit last = visits.get(visits.size() - 1);
    return new Opportunity(
        id,
        0,
        row.name(),
        row.customer(),
        row.owner(),
        row.deal(),
        progress(row, last),
        new OpportunityOrigin(
            at(visits.get(0)), null, null, circumstances.source(), row.externalId()),
        Map.of(),
        row.custom());
  }

  /** How it stood after one of its visits. */
  OpportunityChange change(
      OpportunityChangeId id, Opportunity opportunity, HistoricOpportunity row, int visit) {
    HistoricOpportunity.Visit entered = row.visits().get(visit);
    return new OpportunityChange(
        id,
        0,
        opportunity.id(),
        visit == 0 ? OpportunityChange.Kind.OPENED : OpportunityChange.Kind.MOVED,
        OpportunityRules.standing(opportunity.withProgress(progress(row, entered))),
        at(entered),
        moment.now(),
        circumstances.actor());
  }

  private Progress progress(HistoricOpportunity row, HistoricOpportunity.Visit visit) {
    Stage stage = pipeline.definition().stage(visit.stage()).orElseThrow();
    LocalDate on = visit.enteredOn() == null ? moment.on() : visit.enteredOn();
    return new Progress(
        pipeline.id(),
        stage.code(),
        stage.category(),
        stage.probability(),
        at(visit),
        at(visit),
        stage.category() == StageCategory.OPEN ? null : on,
        stage.category() == StageCategory.LOST ? row.lossReason() : null);
  }

  private Instant at(HistoricOpportunity.Visit visit) {
    LocalDate on = visit.enteredOn();
    return on == null ? moment.at() : on.atStartOfDay(circumstances.zone()).toInstant();
  }
}
