package io.crmkit.assets.site;

import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.site.SiteLab.at;
import static io.crmkit.assets.site.SiteLab.machine;
import static io.crmkit.assets.site.SiteLab.move;
import static io.crmkit.assets.site.SiteLab.now;
import static io.crmkit.assets.site.SiteLab.part;
import static io.crmkit.assets.site.SiteLab.reasons;
import static io.crmkit.assets.site.SiteLab.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetImportReport;
import io.crmkit.api.asset.AssetImportReport.Outcome;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.site.CloseSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.SiteReason;
import io.crmkit.api.site.Sites;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where units stand, on every storage. */
class UnitsAtSitesContractTest {

  @OnEveryStorage
  void a_unit_without_a_site_stands_where_the_nearest_unit_above_it_stands(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site north = site(crm, acme, "North");
    Site south = site(crm, acme, "South");
    Asset line = machine(crm, acme, north);
    Asset press = part(crm, line, null);
    Asset fan = part(crm, press, null);
    Asset remote = part(crm, press, south.id());
    Asset panel = part(crm, remote, null);
    Asset stray = machine(crm, acme, (Site) null);
    Assets assets = crm.get(Assets.class);

    for (Asset unit : List.of(line, press, fan)) {
      assertThat(assets.siteOf(unit.id())).contains(north);
    }
    assertThat(assets.siteOf(remote.id())).contains(south);
    assertThat(assets.siteOf(panel.id())).contains(south);
    assertThat(assets.siteOf(stray.id())).isEmpty();
    assertThat(ids(crm, north)).containsExactlyInAnyOrder(line.id(), press.id(), fan.id());
    assertThat(ids(crm, south)).containsExactlyInAnyOrder(remote.id(), panel.id());
    assertThat(assets.search(Query.where(AssetAttributes.SITE_ID.eq(north.id()))).items())
        .extracting(Asset::id)
        .containsExactly(line.id());
  }

  private static List<AssetId> ids(TestCrm crm, Site site) {
    return crm.get(Assets.class).atSite(site.id(), null, 100).items().stream()
        .map(Asset::id)
        .toList();
  }

  @OnEveryStorage
  void what_is_at_a_site_comes_page_by_page_each_unit_once(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site plant = site(crm, acme, "Plant");
    Asset line = machine(crm, acme, plant);
    List<AssetId> expected = new ArrayList<>(List.of(line.id()));
    IntStream.range(0, 6).forEach(i -> expected.add(part(crm, line, null).id()));
    Asset retired = machine(crm, acme, plant);
    crm.get(Assets.class).takeStep(TakeStep.of(retired, AssetStep.RETIRE));

    List<AssetId> told = new ArrayList<>();
    String after = null;
    do {
      Page<Asset> page = crm.get(Assets.class).atSite(plant.id(), after, 3);
      page.items().forEach(asset -> told.add(asset.id()));
      after = page.next();
    } while (after != null);

    expected.sort((a, b) -> a.value().toString().compareTo(b.value().toString()));
    assertThat(told).isEqualTo(expected);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> crm.get(Assets.class).atSite(plant.id(), "nonsense", 3));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> crm.get(Assets.class).atSite(plant.id(), null, 0));
  }

  @OnEveryStorage
  void the_site_must_be_there_be_open_and_be_the_customers(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site foreign = site(crm, customer(crm), "Foreign");
    Site closed = crm.get(Sites.class).close(CloseSite.of(site(crm, acme, "Closed")));
    Asset press = machine(crm, acme, (Site) null);
    Placement nowhere = at(null).withSiteId(new SiteId(crm.newId()));

    assertThat(reasons(() -> move(crm, press, nowhere))).containsExactly(SiteReason.SITE_UNKNOWN);
    assertThat(reasons(() -> move(crm, press, at(closed)))).containsExactly(SiteReason.SITE_CLOSED);
    assertThat(reasons(() -> move(crm, press, at(foreign))))
        .containsExactly(SiteReason.SITE_OF_ANOTHER_CUSTOMER);
    assertThat(reasons(() -> machine(crm, acme, closed))).containsExactly(SiteReason.SITE_CLOSED);
    assertThat(
            reasons(
                () ->
                    crm.get(AssetTransfers.class)
                        .transfer(
                            TransferAsset.of(press, foreign.customer()).withPlacement(at(closed)))))
        .containsExactly(SiteReason.SITE_OF_ANOTHER_CUSTOMER);
    assertThat(now(crm, press)).isEqualTo(press);
  }

  @OnEveryStorage
  void a_transfer_leaves_the_former_customers_sites_and_its_facts_keep_them(TestCrm crm) {
    CustomerId acme = customer(crm);
    CustomerId borg = customer(crm);
    Site north = site(crm, acme, "North");
    Site south = site(crm, acme, "South");
    Site own = site(crm, borg, "Borg's");
    Asset press = machine(crm, acme, north);
    Asset fan = part(crm, press, south.id());
    Asset other = machine(crm, acme, north);
    Instant before = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    AssetTransfers transfers = crm.get(AssetTransfers.class);

    Asset told = transfers.transfer(TransferAsset.of(other, borg).withPlacement(at(own)));
    transfers.transfer(TransferAsset.of(press, borg));

    assertThat(told.placement().siteId()).isEqualTo(own.id());
    assertThat(now(crm, press).placement().siteId()).isNull();
    assertThat(now(crm, fan).placement().siteId()).isNull();
    assertThat(now(crm, fan).placement().parent()).isEqualTo(press.id());
    Instant now = crm.clock().instant();
    assertThat(crm.get(Assets.class).history(fan.id()).placement(before, now))
        .map(Placement::siteId)
        .contains(south.id());
  }

  @OnEveryStorage
  void what_takes_anothers_place_stands_where_that_stood(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site north = site(crm, acme, "North");
    Asset goes = machine(crm, acme, north);
    Asset comes = machine(crm, acme, (Site) null);

    crm.get(AssetTransfers.class).replace(ReplaceAsset.of(goes, comes));

    assertThat(crm.get(Assets.class).siteOf(comes.id())).contains(north);
    assertThat(crm.get(Assets.class).siteOf(goes.id())).isEmpty();
  }

  @OnEveryStorage
  void a_list_of_units_names_sites_and_is_checked_row_by_row(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site north = site(crm, acme, "North");
    Site closed = crm.get(Sites.class).close(CloseSite.of(site(crm, acme, "Closed")));
    Site foreign = site(crm, customer(crm), "Foreign");
    Placement nowhere = at(null).withSiteId(new SiteId(crm.newId()));

    AssetImportReport report =
        crm.get(Assets.class)
            .importAll(
                new ImportAssets(
                    List.of(
                        new AssetRow("1", machine(acme, "S-1").withPlacement(at(north)), null),
                        new AssetRow("2", machine(acme, "S-2"), "1"),
                        new AssetRow("3", machine(acme, "S-3").withPlacement(at(closed)), null),
                        new AssetRow("4", machine(acme, "S-4").withPlacement(at(foreign)), null),
                        new AssetRow("5", machine(acme, "S-5").withPlacement(nowhere), null))));

    assertThat(report.rows())
        .extracting(row -> row.outcome())
        .containsExactly(
            Outcome.REGISTERED,
            Outcome.REGISTERED,
            Outcome.REJECTED,
            Outcome.REJECTED,
            Outcome.REJECTED);
    assertThat(ids(crm, north)).hasSize(2);
  }

  @OnEveryStorage
  void what_is_told_late_may_name_a_site_that_was_given_up_since(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site plant = site(crm, acme, "Plant");
    Asset press = machine(crm, acme, (Site) null);
    Instant from = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    Instant to = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    crm.get(Sites.class).close(CloseSite.of(plant));
    AssetTransfers transfers = crm.get(AssetTransfers.class);
    CorrectHistory.Placed placed = new CorrectHistory.Placed(at(plant).withRole(UnitRole.MACHINE));

    transfers.correct(new CorrectHistory(press.id(), press.version(), placed, from, to));

    assertThat(crm.get(Assets.class).history(press.id()).placement(from, crm.clock().instant()))
        .map(Placement::siteId)
        .contains(plant.id());
    assertThat(
            reasons(
                () ->
                    transfers.correct(
                        new CorrectHistory(
                            press.id(), now(crm, press).version(), placed, from, null))))
        .containsExactly(SiteReason.SITE_CLOSED);
  }
}
