package io.crmkit.assets.view;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the contributions of this module read; not for hosts. */
@ProvidedBy("io.crmkit:crm-assets")
public interface CustomerUnits {

  /** What happened to the customer's units, units that went together as one entry. */
  List<TimelineEntry> timeline(TimelineSource.Span span);

  /** The installed base, what is under cover, and what is promised. */
  List<ViewSection> sections(CustomerId customer);

  /** The values that fill merge fields. */
  Map<String, Object> fields(EntityRef about);

  /** Units that the customer has, or ever had or was anything to, and its entitlements. */
  Set<EntityRef> recordsOf(CustomerId customer);
}
