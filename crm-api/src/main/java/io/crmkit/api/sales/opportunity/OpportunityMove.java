package io.crmkit.api.sales.opportunity;

import io.crmkit.api.extension.GuardPoint;
import io.crmkit.api.sales.pipeline.StageCategory;
import java.time.Instant;

/**
 * What guards of a pipeline are given to judge: an opportunity about to enter a stage.
 *
 * @param opportunity as it is
 * @param to the code of the stage that it is to enter
 * @param category what that stage means
 * @param at when the move happens
 */
public record OpportunityMove(
    Opportunity opportunity, String to, StageCategory category, Instant at) {

  /** Where plugins add guards that pipelines can name. */
  public static final GuardPoint<OpportunityMove> POINT =
      new GuardPoint<>("sales.opportunity-move", OpportunityMove.class);
}
