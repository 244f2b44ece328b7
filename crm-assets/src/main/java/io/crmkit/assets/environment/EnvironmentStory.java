package io.crmkit.assets.environment;

import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.util.List;

/** What the contribution to the timeline reads; not for hosts. */
@ProvidedBy("io.crmkit:crm-assets")
public interface EnvironmentStory {

  /** What was found and changed in the environments of the customer and its units. */
  List<TimelineEntry> timeline(TimelineSource.Span span);
}
