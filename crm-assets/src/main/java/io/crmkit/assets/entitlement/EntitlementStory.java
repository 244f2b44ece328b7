package io.crmkit.assets.entitlement;

import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.util.List;

/** What the timeline reads of entitlements; not for hosts. */
@ProvidedBy("io.crmkit:crm-assets")
public interface EntitlementStory {

  /** What was granted to the customer, what was drawn, and what went otherwise. */
  List<TimelineEntry> timeline(TimelineSource.Span span);
}
