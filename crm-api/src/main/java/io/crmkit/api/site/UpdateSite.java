package io.crmkit.api.site;

import io.crmkit.api.customer.PostalAddress;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a site is like from now on. Dates that were reckoned in another zone before stay as they
 * are.
 *
 * @param id the site
 * @param version as the caller read it
 * @param name how people name it, 1 to 200 characters
 * @param address where it is; null if that is not known
 * @param zone in which days are reckoned there; null for the tenant's zone
 */
@RecordBuilder
public record UpdateSite(
    SiteId id, long version, String name, @Nullable PostalAddress address, @Nullable ZoneId zone)
    implements UpdateSiteBuilder.With {

  public UpdateSite {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }

  /** As the site is, to be changed by {@code with...}. */
  public static UpdateSite of(Site site) {
    return new UpdateSite(site.id(), site.version(), site.name(), site.address(), site.zone());
  }
}
