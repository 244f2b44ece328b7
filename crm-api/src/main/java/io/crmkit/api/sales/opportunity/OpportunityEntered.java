package io.crmkit.api.sales.opportunity;

import io.crmkit.api.extension.ActionPoint;
import org.jspecify.annotations.Nullable;

/**
 * What actions of a pipeline are given: an opportunity that has entered a stage.
 *
 * @param opportunity as it is now
 * @param from the code of the stage that it came from; null if it was opened here
 */
public record OpportunityEntered(Opportunity opportunity, @Nullable String from) {

  /** Where plugins add actions that pipelines can name. */
  public static final ActionPoint<OpportunityEntered> POINT =
      new ActionPoint<>("sales.opportunity-entered", OpportunityEntered.class);
}
