package io.crmkit.api.site;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.PostalAddress;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer has a site.
 *
 * @param customer whose site it is
 * @param name how people name it, 1 to 200 characters
 * @param address where it is; null if that is not known
 * @param zone in which days are reckoned there; null for the tenant's zone
 */
@RecordBuilder
public record CreateSite(
    CustomerId customer, String name, @Nullable PostalAddress address, @Nullable ZoneId zone)
    implements CreateSiteBuilder.With {

  public CreateSite {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(name, "name");
  }

  /** In the tenant's zone, its address not known yet. */
  public static CreateSite of(CustomerId customer, String name) {
    return new CreateSite(customer, name, null, null);
  }
}
