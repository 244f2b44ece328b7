package io.crmkit.api.site;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;

/** By what sites can be searched and sorted. */
public final class SiteAttributes {

  public static final Attribute<Site, SiteId> ID = Attribute.of(Site.class, "id", SiteId.class);
  public static final Attribute<Site, CustomerId> CUSTOMER =
      Attribute.of(Site.class, "customer", CustomerId.class);
  public static final Attribute<Site, String> NAME = Attribute.of(Site.class, "name", String.class);
  public static final Attribute<Site, String> CITY =
      Attribute.of(Site.class, "address.city", String.class);
  public static final Attribute<Site, String> COUNTRY =
      Attribute.of(Site.class, "address.country", String.class);
  public static final Attribute<Site, SiteStatus> STATUS =
      Attribute.of(Site.class, "status", SiteStatus.class);

  private SiteAttributes() {}
}
