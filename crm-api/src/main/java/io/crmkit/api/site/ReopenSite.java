package io.crmkit.api.site;

import java.util.Objects;

/**
 * A site that was given up is in use again.
 *
 * @param id the site
 * @param version as the caller read it
 */
public record ReopenSite(SiteId id, long version) {

  public ReopenSite {
    Objects.requireNonNull(id, "id");
  }

  public static ReopenSite of(Site site) {
    return new ReopenSite(site.id(), site.version());
  }
}
