package io.crmkit.assets.site;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.PostalAddress;
import io.crmkit.api.error.Reason;
import io.crmkit.api.site.CreateSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteChanged;
import io.crmkit.api.site.SiteCreated;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.SiteReason;
import io.crmkit.api.site.SiteStatus;
import io.crmkit.api.site.UpdateSite;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.rule.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of sites. Pure. */
public final class SiteRules {

  private static final int MAX_NAME = 200;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private SiteRules() {}

  static void check(Faults faults, String name, @Nullable PostalAddress address) {
    faults.text("name", name, MAX_NAME);
    if (address == null) {
      return;
    }
    faults.lines("address.street", address.street(), 300);
    faults.optional("address.city", address.city(), 100);
    faults.optional("address.region", address.region(), 100);
    faults.optional("address.postalCode", address.postalCode(), 20);
    if (address.country() != null && !COUNTRIES.contains(address.country())) {
      faults.add("address.country", "is not a country's two capital letters");
    }
  }

  static Decision<Site> create(SiteId id, CreateSite command, Instant at) {
    return Decision.accept(
        new Site(
            id,
            0,
            command.customer(),
            command.name().strip(),
            kept(command.address()),
            command.zone(),
            SiteStatus.OPEN,
            at),
        new SiteCreated(id, command.customer()));
  }

  static Decision<Site> update(Site before, UpdateSite command) {
    Site after =
        before
            .withName(command.name().strip())
            .withAddress(kept(command.address()))
            .withZone(command.zone());
    return after.equals(before) ? Decision.accept(before) : changed(before, after);
  }

  /**
   * @param units how many units are there
   */
  static Decision<Site> close(Site before, long units, Instant at) {
    if (!before.open()) {
      return Decision.reject(closed(before));
    }
    if (units > 0) {
      return Decision.reject(
          Reason.of(SiteReason.UNITS_STILL_THERE).with("count", units).with("site", before.name()));
    }
    return changed(before, before.withStatus(SiteStatus.CLOSED).withSince(at));
  }

  static Decision<Site> reopen(Site before, Instant at) {
    return before.open()
        ? Decision.reject(Reason.of(SiteReason.SITE_OPEN).with("site", before.name()))
        : changed(before, before.withStatus(SiteStatus.OPEN).withSince(at));
  }

  private static Decision<Site> changed(Site before, Site after) {
    return Decision.accept(
        after, new SiteChanged(after.id(), after.customer(), before.status(), after.status()));
  }

  private static @Nullable PostalAddress kept(@Nullable PostalAddress address) {
    return address == null ? null : address.stripped();
  }

  // --- units at a site

  /**
   * What can be said against a customer's unit's standing at a site.
   *
   * @param site the site; null if the unit is to have none of its own
   */
  public static List<Reason> againstStanding(@Nullable Site site, CustomerId customer) {
    return Optional.ofNullable(site).map(there -> against(there, customer)).orElse(List.of());
  }

  private static List<Reason> against(Site site, CustomerId customer) {
    if (!site.customer().equals(customer)) {
      return List.of(Reason.of(SiteReason.SITE_OF_ANOTHER_CUSTOMER));
    }
    return site.open() ? List.of() : List.of(closed(site));
  }

  private static Reason closed(Site site) {
    return Reason.of(SiteReason.SITE_CLOSED).with("site", site.name());
  }
}
