package io.crmkit.api.sales.opportunity;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.sales.pipeline.MigratePipeline;
import java.util.List;
import java.util.Optional;

/**
 * Qualified needs on their way through pipelines. As safe for threads as the session it came from.
 *
 * <p>Commands happen when the session says ({@code occurredAt}); never in the future, and never
 * before what the opportunity's history already tells ({@code OCCURRED_OUT_OF_ORDER}). Every
 * command may throw {@code InvalidInput} with every fault, {@code NotFound} and {@code
 * StaleVersion}.
 */
@ProvidedBy("io.crmkit:crm-sales")
public interface Opportunities {

  /**
   * Opens an opportunity in the first stage of the pipeline's revision in force.
   *
   * @throws io.crmkit.api.error.Refused {@code PIPELINE_UNKNOWN}, or what the first stage's entry
   *     guards and required fields say
   */
  Opportunity open(OpenOpportunity command);

  /** Changes what is known; the history keeps amounts, dates and owners as they were. */
  Opportunity amend(AmendOpportunity command);

  /**
   * Moves to another open stage.
   *
   * @throws io.crmkit.api.error.Refused with every reason: the stage is unknown, not open or does
   *     not follow, required fields are missing, guards object
   */
  Opportunity advance(AdvanceOpportunity command);

  /**
   * @throws io.crmkit.api.error.Refused with every reason, as for {@link #advance}
   */
  Opportunity win(WinOpportunity command);

  /**
   * @throws io.crmkit.api.error.Refused with every reason, as for {@link #advance}
   */
  Opportunity lose(LoseOpportunity command);

  /**
   * @throws io.crmkit.api.error.Refused {@code OPPORTUNITY_STILL_OPEN}, or with every reason as for
   *     {@link #advance}
   */
  Opportunity reopen(ReopenOpportunity command);

  /**
   * Moves all open opportunities of one revision to another, with a row in their history each.
   * Closed ones stay where they were closed. Doing it again finds nothing to move.
   *
   * @return how many were moved
   * @throws io.crmkit.api.error.NotFound if there is no such revision
   * @throws io.crmkit.api.error.Refused {@code MIGRATION_STAGE_UNKNOWN} for every stage with
   *     opportunities that the new revision lacks and the command does not map to an open one
   */
  int migrate(MigratePipeline command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Opportunity get(OpportunityId id);

  /** Empty if there is none that the caller may see. */
  Optional<Opportunity> find(OpportunityId id);

  /** The opportunities that match, by {@link OpportunityAttributes}. */
  Page<Opportunity> page(Query<Opportunity> query);

  /** What happened to any opportunities, by {@link OpportunityChangeAttributes}. */
  Page<OpportunityChange> changes(Query<OpportunityChange> query);

  /** Everything that happened, in the order in which it happened. */
  List<OpportunityChange> history(OpportunityId id);

  /** The stays in stages, in order, and how long each lasted. */
  List<StageStay> stays(OpportunityId id);
}
