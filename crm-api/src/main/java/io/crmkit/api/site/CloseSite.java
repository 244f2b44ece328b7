package io.crmkit.api.site;

import java.util.Objects;

/**
 * A site is given up: no unit can be put there any more.
 *
 * @param id the site
 * @param version as the caller read it
 */
public record CloseSite(SiteId id, long version) {

  public CloseSite {
    Objects.requireNonNull(id, "id");
  }

  public static CloseSite of(Site site) {
    return new CloseSite(site.id(), site.version());
  }
}
