package io.crmkit.assets.entitlement;

import io.crmkit.api.CrmSession;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.util.List;

/** The ledgers of a customer's entitlements, for the timeline. */
public final class EntitlementTimeline implements TimelineSource {

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    return session.get(EntitlementStory.class).timeline(span);
  }
}
