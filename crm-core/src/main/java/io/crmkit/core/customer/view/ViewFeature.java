package io.crmkit.core.customer.view;

import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSource;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** Timeline, 360-degree view, screen pop and merge fields. */
public final class ViewFeature {

  /** The id under which this module contributes. */
  static final String MODULE = "customers";

  private ViewFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.contribute(TimelineSource.POINT, CustomerTimeline.class);
    registrar.contribute(ViewSource.POINT, CustomerSections.class);
    registrar.contribute(SearchSource.POINT, CustomerSearch.class);
    registrar.contribute(MergeFieldSource.POINT, CustomerMergeFields.class);
    registrar.service(CustomerViews.class, CustomerViewService.class);
  }
}
