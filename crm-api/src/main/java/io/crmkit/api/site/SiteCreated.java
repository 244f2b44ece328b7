package io.crmkit.api.site;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A customer has a site.
 *
 * @param site the site
 * @param customer whose site it is
 */
@EventName("assets.site-created")
public record SiteCreated(SiteId site, CustomerId customer) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Sites.ENTITY, site);
  }
}
