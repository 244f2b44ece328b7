package io.crmkit.assets.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.util.List;

/** The life of a customer's units, for the timeline. */
public final class AssetTimeline implements TimelineSource {

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    return session.get(CustomerUnits.class).timeline(span);
  }
}
