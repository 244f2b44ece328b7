package io.crmkit.assets.site;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.Sites;
import io.crmkit.core.spi.storage.Entity;

/** How sites are kept: whoever may see the customer may see where its units are. */
public final class SiteEntities {

  public static final Entity<Site> SITES =
      Entity.of(Site.class, Sites.ENTITY, "crm_site")
          .indexed("customer")
          .mentionsPeopleIn("name", "address.street")
          .ownedBy("customer", Customer.class);

  private SiteEntities() {}
}
