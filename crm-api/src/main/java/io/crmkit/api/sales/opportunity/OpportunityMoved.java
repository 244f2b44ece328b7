package io.crmkit.api.sales.opportunity;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.EntityRef;

/** An opportunity entered another stage: forwards, backwards, reopened. */
@EventName("sales.opportunity-moved")
public record OpportunityMoved(
    OpportunityId opportunity, String from, String to, StageCategory category) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.OPPORTUNITY, opportunity);
  }
}
