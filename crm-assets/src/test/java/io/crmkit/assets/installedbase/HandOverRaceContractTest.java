package io.crmkit.assets.installedbase;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.bundle;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetPromoted;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRegistered;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PullCustomerUnits;
import io.crmkit.api.asset.PullUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.HostSales;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;

/** Sales and service at the same moment: each unit is there once, on every storage. */
@WithSetup(HostSales.class)
class HandOverRaceContractTest {

  @OnEveryStorage
  void pushes_and_pulls_at_the_same_moment_end_with_one_of_each_unit(TestCrm crm) {
    Product fan = product(crm, "FAN");
    Product press = bundle(crm, "PRESS", ProductComponent.of(fan.id(), 2));
    Product scanner = product(crm, "SCAN", WarrantyTerms.fromShipment("full", 12));
    Line presses = line(crm, press, 2);
    Line scanners = line(crm, scanner, 2);
    SoldGoods sale = sale(crm, customer(crm), presses, scanners);
    book(crm, executed(sale, shipped(presses, 2, "S-1"), shipped(scanners, 1, "S-1")));

    Race<Boolean> race =
        Race.between(
            List.of(
                () -> base(crm).push(PushUnits.of(sale.source())).changedNothing(),
                () -> base(crm).pull(PullUnits.of(sale.source())).changedNothing(),
                () -> base(crm).pullAll(PullCustomerUnits.of(sale.customer())).changedNothing()));

    assertThat(race.allWon()).containsOnlyOnce(false);
    assertThat(HandOverContractTest.all(crm)).hasSize(2 * 3 + 1);
    assertThat(crm.events(AssetRegistered.class)).hasSize(7);
    assertThat(crm.get(Warranties.class).search(Query.<Warranty>everything()).items()).hasSize(1);
  }

  @OnEveryStorage
  void a_promised_unit_is_promoted_once_by_two_at_the_same_moment(TestCrm crm) {
    Line line = line(crm, product(crm, "P"), 1);
    SoldGoods sale = book(crm, sale(crm, customer(crm), line));
    base(crm).provision(new ProvisionUnits(sale.source()));
    book(crm, executed(sale, shipped(line, 1, "S-1")));

    Race<HandOver> race =
        Race.between(
            List.of(
                () -> base(crm).push(PushUnits.of(sale.source())),
                () -> base(crm).provision(new ProvisionUnits(sale.source())),
                () -> base(crm).pull(PullUnits.of(sale.source()))));

    race.allWon();
    assertThat(HandOverContractTest.all(crm))
        .singleElement()
        .matches(asset -> !asset.provisional());
    assertThat(crm.events(AssetPromoted.class)).hasSize(1);
  }

  @OnEveryStorage
  void one_serial_number_given_to_two_customers_units_at_the_same_moment_is_given_once(
      TestCrm crm) {
    CustomerId one = customer(crm);
    CustomerId other = customer(crm);

    Race<Asset> race =
        Race.of(
            2,
            i ->
                crm.get(Assets.class)
                    .register(
                        RegisterAsset.thirdParty(
                            i == 0 ? one : other,
                            AssetIdentity.ofModel("Maker", "Model").withSerialNumber("S-1"))));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost())
        .singleElement()
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.reasons().get(0).code())
                    .isEqualTo(AssetReason.SERIAL_NUMBER_TAKEN));
  }

  private static InstalledBase base(TestCrm crm) {
    return crm.get(InstalledBase.class);
  }
}
