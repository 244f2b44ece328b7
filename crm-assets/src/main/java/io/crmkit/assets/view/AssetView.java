package io.crmkit.assets.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSource;
import java.util.List;

/** The installed base and what of it is under cover, for the 360-degree view. */
public final class AssetView implements ViewSource {

  @Override
  public List<ViewSection> sections(CrmSession session, CustomerId customer) {
    return session.get(CustomerUnits.class).sections(customer);
  }
}
