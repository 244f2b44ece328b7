package io.crmkit.assets.site;

import static io.crmkit.assets.site.SiteEntities.SITES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.SiteReason;
import io.crmkit.assets.asset.AssetTrees;
import io.crmkit.assets.asset.Portions;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where units stand, and which day it is there, of many units at the cost of a few statements. */
public final class UnitSites {

  private UnitSites() {}

  /**
   * The site that a placement names, with the caller's eyes.
   *
   * @return null if it names none
   * @throws Refused if there is no such site for the caller
   */
  public static @Nullable Site named(ReadTx tx, @Nullable SiteId id) {
    return id == null
        ? null
        : tx.store(SITES)
            .find(id)
            .orElseThrow(() -> Refused.because(Reason.of(SiteReason.SITE_UNKNOWN)));
  }

  /**
   * The day on which the command occurs, where each of these units stands: a unit without a site of
   * its own stands where the nearest unit above it does.
   */
  public static UnitDays occurredOn(Tx tx, Collection<Asset> units) {
    LocalDate elsewhere = LocalDate.ofInstant(tx.occurredAt(), tx.session().profile().zone());
    Map<AssetId, SiteId> sites = of(tx.tenantWide(), units);
    Map<SiteId, LocalDate> days = new HashMap<>();
    for (Site site : tx.tenantWide().store(SITES).findAll(new HashSet<>(sites.values()))) {
      ZoneId zone = site.zone();
      if (zone != null) {
        days.put(site.id(), LocalDate.ofInstant(tx.occurredAt(), zone));
      }
    }
    Map<AssetId, LocalDate> byUnit = new HashMap<>();
    sites.forEach(
        (unit, site) -> {
          LocalDate day = days.get(site);
          if (day != null) {
            byUnit.put(unit, day);
          }
        });
    return new UnitDays(elsewhere, byUnit);
  }

  /** Where these units stand, by unit; those that stand at no site are left out. */
  static Map<AssetId, SiteId> of(ReadTx tx, Collection<Asset> units) {
    Set<AssetId> above = new HashSet<>();
    for (Asset unit : units) {
      if (unit.placement().siteId() == null && unit.placement().parent() != null) {
        above.add(unit.placement().parent());
      }
    }
    Map<AssetId, SiteId> ofParents = new HashMap<>();
    Portions.each(above, some -> ofParents.putAll(tx.queries(AssetTrees.class).sites(some)));
    Map<AssetId, SiteId> found = new HashMap<>();
    for (Asset unit : units) {
      SiteId own = unit.placement().siteId();
      SiteId site = own == null ? ofParents.get(unit.placement().parent()) : own;
      if (site != null) {
        found.put(unit.id(), site);
      }
    }
    return found;
  }
}
