package io.crmkit.api.site;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.PostalAddress;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a customer has units. A snapshot, immutable.
 *
 * @param id the site
 * @param version rises with every change
 * @param customer whose site it is
 * @param name how people name it
 * @param address where it is; null if that is not known
 * @param zone in which days are reckoned there; null for the tenant's zone
 * @param status whether units can be put there
 * @param since when that became so
 */
@RecordBuilder
public record Site(
    SiteId id,
    long version,
    CustomerId customer,
    String name,
    @Nullable PostalAddress address,
    @Nullable ZoneId zone,
    SiteStatus status,
    Instant since)
    implements SiteBuilder.With {

  public Site {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(since, "since");
  }

  /** Whether units can be put there. */
  public boolean open() {
    return status == SiteStatus.OPEN;
  }
}
