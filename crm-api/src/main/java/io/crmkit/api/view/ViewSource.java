package io.crmkit.api.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.extension.ContributionPoint;
import java.util.List;

/**
 * A module's part of the 360-degree view, which the screen pop of a call shows, too. Must be
 * thread-safe.
 */
public interface ViewSource {

  ContributionPoint<ViewSource> POINT = new ContributionPoint<>("view", ViewSource.class);

  /**
   * @param session the caller's, so that nobody reads what they may not see
   */
  List<ViewSection> sections(CrmSession session, CustomerId customer);
}
