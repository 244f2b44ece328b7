package io.crmkit.api.sales.lead;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.value.EntityRef;

/** A lead was qualified, disqualified or revived. */
@EventName("sales.lead-judged")
public record LeadJudged(LeadId lead, LeadStatus status, String why) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.LEAD, lead);
  }
}
