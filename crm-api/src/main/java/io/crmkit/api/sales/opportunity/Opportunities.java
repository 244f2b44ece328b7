package io.crmkit.api.sales.opportunity;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;

/**
 * Qualified needs on their way through pipelines. As safe for threads as the session it came from.
 *
 * <p>Commands happen when the session says ({@code occurredAt}); never in the future, and never
 * before what the opportunity's history already tells ({@code OCCURRED_OUT_OF_ORDER}). Every command
 * may throw {@code InvalidInput} with every fault, {@code NotFound} and {@code StaleVersion}.
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
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Opportunity get(OpportunityId id);

  /** The opportunities that match, by {@link OpportunityAttributes}. */
  Page<Opportunity> page(Query<Opportunity> query);

  /** Everything that happened, in the order in which it happened. */
  List<OpportunityChange> history(OpportunityId id);

  /** The stays in stages, in order, and how long each lasted. */
  List<StageStay> stays(OpportunityId id);
}
