package io.crmkit.assets.site;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.site.CreateSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.Sites;
import io.crmkit.testkit.TestCrm;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sites and units for tests of where units stand. */
final class SiteLab {

  /** Fourteen hours ahead of UTC, the whole year. */
  static final ZoneId FAR_EAST = ZoneId.of("Pacific/Kiritimati");

  private SiteLab() {}

  static Site site(TestCrm crm, CustomerId customer, String name) {
    return crm.get(Sites.class).create(CreateSite.of(customer, name));
  }

  static Site site(TestCrm crm, CustomerId customer, ZoneId zone) {
    return crm.get(Sites.class).create(CreateSite.of(customer, zone.getId()).withZone(zone));
  }

  static Placement at(@Nullable Site site) {
    return Placement.standingAlone(UnitRole.MACHINE).withSiteId(site == null ? null : site.id());
  }

  static RegisterAsset machine(CustomerId customer, String serialNumber) {
    return RegisterAsset.ofOurs(
        customer, AssetIdentity.ofModel("Acme", "Press").withSerialNumber(serialNumber));
  }

  static Asset machine(TestCrm crm, CustomerId customer, @Nullable Site site) {
    String serialNumber = crm.newId().toString();
    return crm.get(Assets.class).register(machine(customer, serialNumber).withPlacement(at(site)));
  }

  static Asset part(TestCrm crm, Asset whole, @Nullable SiteId site) {
    return crm.get(Assets.class)
        .register(
            machine(whole.customer(), crm.newId().toString())
                .withPlacement(Placement.within(whole.id(), UnitRole.PART).withSiteId(site)));
  }

  static Asset move(TestCrm crm, Asset asset, Placement to) {
    return crm.get(Assets.class).move(MoveAsset.of(now(crm, asset), to));
  }

  static Asset now(TestCrm crm, Asset asset) {
    return crm.get(Assets.class).get(asset.id());
  }

  static List<ReasonCode> reasons(Runnable call) {
    return catchThrowableOfType(Refused.class, call::run).reasons().stream()
        .map(Reason::code)
        .toList();
  }
}
