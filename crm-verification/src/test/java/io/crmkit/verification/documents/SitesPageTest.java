package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.PostalAddress;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.site.CreateSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.Sites;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.ZoneId;

/** Runs the examples of docs/assets.md on sites. */
class SitesPageTest {

  @OnEveryStorage
  void units_stand_at_sites(TestCrm crm) {
    CrmSession session = crm.session();
    CustomerId customer =
        session
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Riverside Works")))
            .id();
    Assets assets = session.get(Assets.class);
    Asset press =
        assets.register(RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("Acme", "Press")));
    Asset fan =
        assets.register(
            RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("Acme", "Fan"))
                .withPlacement(Placement.within(press.id(), UnitRole.PART)));
    // begin docs/assets.md
    Site plant =
        session
            .get(Sites.class)
            .create(
                CreateSite.of(customer, "Plant 2")
                    .withAddress(PostalAddress.empty().withCity("Suzhou").withCountry("CN"))
                    .withZone(ZoneId.of("Asia/Shanghai")));
    assets.move(MoveAsset.of(press, press.placement().withSiteId(plant.id())));

    assertThat(assets.siteOf(fan.id())).contains(plant); // the fan is within the press
    Page<Asset> there = assets.atSite(plant.id(), null, 100);
    assertThat(there.items()).hasSize(2);
    // end docs/assets.md
  }
}
