package io.crmkit.assets.site;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.site.SiteLab.FAR_EAST;
import static io.crmkit.assets.site.SiteLab.at;
import static io.crmkit.assets.site.SiteLab.machine;
import static io.crmkit.assets.site.SiteLab.move;
import static io.crmkit.assets.site.SiteLab.now;
import static io.crmkit.assets.site.SiteLab.part;
import static io.crmkit.assets.site.SiteLab.site;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.TenantProfile;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.CoverOnTransfer;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.Reach;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Delivery;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.Supply;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.site.Site;
import io.crmkit.assets.HostSales;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Days are those of the place where the unit stands, on every storage. */
@WithSetup(HostSales.class)
class SiteDaysContractTest {

  /** In the tenant's zone; at the site, fourteen hours ahead, it is the next day. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private static final LocalDate THERE = TODAY.plusDays(1);

  private static CustomerId customerAroundMidnight(TestCrm crm) {
    crm.profile(new TenantProfile(ZoneOffset.UTC, Currency.getInstance("EUR"), Locale.ENGLISH));
    crm.clock().set(Instant.parse("2026-03-31T10:00:00Z"));
    return customer(crm);
  }

  private static Asset shipped(TestCrm crm, CustomerId customer, Site site) {
    return crm.get(Assets.class)
        .register(
            machine(customer, crm.newId().toString())
                .withPlacement(at(site))
                .withLife(AssetLife.of(AssetStatus.SHIPPED, Supply.DIRECT)));
  }

  @OnEveryStorage
  void a_unit_is_installed_on_the_day_that_it_is_there(TestCrm crm) {
    CustomerId acme = customerAroundMidnight(crm);
    Site far = site(crm, acme, FAR_EAST);
    Site unknown = site(crm, acme, "zone not known");
    Assets assets = crm.get(Assets.class);

    Asset there = assets.takeStep(TakeStep.of(shipped(crm, acme, far), AssetStep.INSTALL));
    Asset here = assets.takeStep(TakeStep.of(shipped(crm, acme, unknown), AssetStep.INSTALL));

    assertThat(there.life().installedOn()).isEqualTo(THERE);
    assertThat(here.life().installedOn()).isEqualTo(TODAY);
  }

  @OnEveryStorage
  void each_unit_of_a_step_that_reaches_down_has_the_day_of_its_own_place(TestCrm crm) {
    CustomerId acme = customerAroundMidnight(crm);
    Site near = site(crm, acme, ZoneOffset.UTC);
    Site far = site(crm, acme, FAR_EAST);
    Asset line = shipped(crm, acme, near);
    Asset press = move(crm, shipped(crm, acme, near), within(line));
    Asset remote = move(crm, shipped(crm, acme, near), within(line).withSiteId(far.id()));
    Asset panel = move(crm, shipped(crm, acme, near), within(remote));
    crm.get(Warranties.class)
        .grant(new GrantWarranty(panel.id(), WarrantyTerms.fromInstallation("full", 12)));

    crm.get(Assets.class)
        .takeStep(TakeStep.of(line, AssetStep.INSTALL).withReach(Reach.WITH_ALL_BELOW));

    assertThat(List.of(line, press, remote, panel))
        .extracting(unit -> now(crm, unit).life().installedOn())
        .containsExactly(TODAY, TODAY, THERE, THERE);
    assertThat(crm.get(Warranties.class).of(panel.id()))
        .extracting(warranty -> warranty.cover().startsOn())
        .containsExactly(THERE);
  }

  private static Placement within(Asset whole) {
    return Placement.within(whole.id(), UnitRole.PART);
  }

  @OnEveryStorage
  void a_day_that_is_told_is_taken_as_it_is(TestCrm crm) {
    CustomerId acme = customerAroundMidnight(crm);
    Asset press = shipped(crm, acme, site(crm, acme, FAR_EAST));

    Asset installed =
        crm.get(Assets.class)
            .takeStep(TakeStep.of(press, AssetStep.INSTALL).withOn(TODAY.minusDays(3)));

    assertThat(installed.life().installedOn()).isEqualTo(TODAY.minusDays(3));
  }

  @OnEveryStorage
  void warranties_end_on_the_day_of_the_place_that_the_unit_leaves(TestCrm crm) {
    CustomerId acme = customerAroundMidnight(crm);
    Asset press = machine(crm, acme, site(crm, acme, FAR_EAST));
    Asset fan = part(crm, press, null);
    WarrantyTerms terms = WarrantyTerms.from(TODAY.minusYears(1), "full", 36);
    crm.get(Warranties.class).grant(new GrantWarranty(press.id(), terms));
    crm.get(Warranties.class).grant(new GrantWarranty(fan.id(), terms));

    crm.get(AssetTransfers.class)
        .transfer(TransferAsset.of(press, customer(crm)).withCover(CoverOnTransfer.CLOSE));

    assertThat(endOf(crm, press.id())).isEqualTo(THERE);
    assertThat(endOf(crm, fan.id())).isEqualTo(THERE);
  }

  private static LocalDate endOf(TestCrm crm, AssetId unit) {
    return crm.get(Warranties.class).of(unit).get(0).cover().endsOn();
  }

  @OnEveryStorage
  void what_takes_a_units_place_is_covered_from_the_day_of_that_place(TestCrm crm) {
    CustomerId acme = customerAroundMidnight(crm);
    Asset goes = machine(crm, acme, site(crm, acme, FAR_EAST));
    Asset comes = machine(crm, acme, (Site) null);
    WarrantyTerms terms = WarrantyTerms.from(TODAY.minusYears(1), "full", 36);
    crm.get(Warranties.class).grant(new GrantWarranty(goes.id(), terms));

    crm.get(AssetTransfers.class)
        .replace(ReplaceAsset.of(goes, comes).withWarranties(ReplaceAsset.Inherited.FRESH));

    assertThat(endOf(crm, goes.id())).isEqualTo(THERE);
    assertThat(crm.get(Warranties.class).of(comes.id()).get(0).cover().startsOn()).isEqualTo(THERE);
  }

  @OnEveryStorage
  void goods_whose_day_of_shipment_is_not_told_were_shipped_on_the_day_of_the_place(TestCrm crm) {
    CustomerId acme = customerAroundMidnight(crm);
    Site far = site(crm, acme, FAR_EAST);
    Product product = product(crm, "P", WarrantyTerms.fromShipment("full", 24));
    Line line = line(crm, product, 2);
    SoldGoods quote = book(crm, sale(crm, acme, line));
    InstalledBase base = crm.get(InstalledBase.class);
    AssetId promised = base.provision(new ProvisionUnits(quote.source())).units().get(0).asset();
    move(crm, crm.get(Assets.class).get(promised), at(far));
    Line delivered =
        new Line(
            line.id(),
            null,
            line.product(),
            line.description(),
            2,
            new Delivery(2, null, List.of()));
    SoldGoods order = executed(sale(crm, acme, line), delivered);
    book(crm, order);

    List<AssetId> pushed =
        base.push(PushUnits.of(order.source())).units().stream().map(unit -> unit.asset()).toList();

    assertThat(pushed).hasSize(2).contains(promised);
    for (AssetId unit : pushed) {
      LocalDate day = unit.equals(promised) ? THERE : TODAY;
      assertThat(crm.get(Assets.class).get(unit).life().shippedOn()).isEqualTo(day);
      assertThat(crm.get(Warranties.class).of(unit).get(0).cover().startsOn()).isEqualTo(day);
    }
  }
}
