package io.crmkit.api.sales.lead;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/** A need has come in; the responsible person may want to know at once. */
@EventName("sales.lead-captured")
public record LeadCaptured(LeadId lead, LeadChannel channel, String source, @Nullable String owner)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(SalesEntities.LEAD, lead);
  }
}
