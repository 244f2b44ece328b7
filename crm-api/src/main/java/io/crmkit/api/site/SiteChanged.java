package io.crmkit.api.site;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A site has another name, address or zone, or was closed or opened again.
 *
 * @param site the site
 * @param customer whose site it is
 * @param before whether units could be put there
 * @param status whether units can be put there now
 */
@EventName("assets.site-changed")
public record SiteChanged(SiteId site, CustomerId customer, SiteStatus before, SiteStatus status)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Sites.ENTITY, site);
  }
}
