package io.crmkit.assets.environment;

import io.crmkit.api.CrmSession;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.util.List;

/** The environments of a customer and its units, for the timeline. */
public final class EnvironmentTimeline implements TimelineSource {

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    return session.get(EnvironmentStory.class).timeline(span);
  }
}
