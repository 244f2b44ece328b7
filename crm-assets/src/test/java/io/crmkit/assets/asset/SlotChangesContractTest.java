package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.in;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static io.crmkit.assets.asset.SlotLab.fit;
import static io.crmkit.assets.asset.SlotLab.reasons;
import static io.crmkit.assets.asset.SlotLab.server;
import static io.crmkit.assets.asset.SlotLab.step;
import static io.crmkit.assets.asset.SlotLab.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetImportReport;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.DissolveUnits;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.ReviseProduct;
import io.crmkit.api.product.UnitRole;
import io.crmkit.assets.HostSales;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Units that leave slots and come into them by themselves, on every storage. */
@WithSetup(HostSales.class)
class SlotChangesContractTest {

  // --- leaving and coming back

  @OnEveryStorage
  void a_unit_that_has_left_gives_its_slot_free(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    step(crm, fit(crm, unit(crm, customer, disk), server, "bay-1"), AssetStep.RETIRE);

    Asset next = fit(crm, unit(crm, customer, disk), server, "bay-1");

    assertThat(crm.get(Assets.class).slots(server.id()).get(0).fitted()).isEqualTo(next.id());
  }

  @OnEveryStorage
  void what_comes_back_from_repair_finds_its_slot_or_is_refused(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    Asset broken =
        step(crm, fit(crm, unit(crm, customer, disk), server, "bay-1"), AssetStep.TAKE_INTO_REPAIR);
    Asset standIn = fit(crm, unit(crm, customer, disk), server, "bay-1");

    assertThat(reasons(() -> step(crm, broken, AssetStep.FINISH_REPAIR)))
        .containsExactly(AssetReason.SLOT_TAKEN);
    fit(crm, standIn, server, "bay-2");
    assertThat(step(crm, broken, AssetStep.FINISH_REPAIR).life().status())
        .isEqualTo(AssetStatus.IN_OPERATION);
  }

  @OnEveryStorage
  void a_loan_unit_stands_in_the_slot_of_the_one_in_repair(TestCrm crm) {
    CustomerId lender = customer(crm);
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    Asset broken =
        step(crm, fit(crm, unit(crm, customer, disk), server, "bay-1"), AssetStep.TAKE_INTO_REPAIR);
    Asset stored = step(crm, unit(crm, lender, disk), AssetStep.STORE);

    Asset lent =
        crm.get(AssetTransfers.class)
            .lend(LendAsset.of(stored, customer).withInPlaceOf(broken.id()));

    assertThat(lent.placement().slot()).isEqualTo("bay-1");
    assertThat(crm.get(Assets.class).slots(server.id()).get(0).fitted()).isEqualTo(lent.id());
  }

  @OnEveryStorage
  void a_replacement_takes_over_the_slot(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    Asset old = fit(crm, unit(crm, customer, disk), server, "bay-1");
    Asset spare = unit(crm, customer, disk);

    Asset replacement = crm.get(AssetTransfers.class).replace(ReplaceAsset.of(old, spare));

    assertThat(replacement.placement().slot()).isEqualTo("bay-1");
    assertThat(crm.get(Assets.class).get(old.id()).placement().slot()).isNull();
  }

  @OnEveryStorage
  void a_replacement_that_does_not_fit_is_refused_and_nothing_changes(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    Asset old = fit(crm, unit(crm, customer, disk), server, "bay-1");
    Asset fan = unit(crm, customer, product(crm, "FAN"));

    assertThat(reasons(() -> crm.get(AssetTransfers.class).replace(ReplaceAsset.of(old, fan))))
        .containsExactly(AssetReason.DOES_NOT_FIT);
    assertThat(crm.get(Assets.class).get(old.id())).isEqualTo(old);
  }

  @OnEveryStorage
  void of_units_put_into_one_slot_at_once_one_is_in_it(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    List<Asset> disks = IntStream.range(0, 6).mapToObj(i -> unit(crm, customer, disk)).toList();

    Race<Asset> race = Race.of(6, i -> fit(crm, disks.get(i), server, "bay-2"));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost())
        .hasSize(5)
        .allSatisfy(
            lost ->
                assertThat(lost)
                    .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                            assertThat(refused.reasons().get(0).code())
                                .isEqualTo(AssetReason.SLOT_TAKEN)));
    assertThat(crm.get(Assets.class).children(server.id())).hasSize(1);
  }

  @OnEveryStorage
  void which_slot_a_unit_was_in_stays_known(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    Asset fitted = fit(crm, unit(crm, customer, disk), server, "bay-1");
    Instant then = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(40));

    fit(crm, fitted, server, "bay-2");

    AssetTree past =
        crm.get(AssetsInTime.class)
            .tree(server.id(), new TwoTimes(then, crm.clock().instant()))
            .orElseThrow();
    assertThat(past.nodes()).extracting(AssetTree.Node::slot).containsExactly(null, "bay-1");
  }

  // --- from the sale

  /** A server that is sold with two disks in its bays and one beside them. */
  private static Product filledServer(TestCrm crm, Product disk) {
    Product server = server(crm, disk);
    return crm.get(Products.class)
        .revise(
            new ReviseProduct(
                server.id(),
                server.version(),
                server
                    .content()
                    .withComponents(
                        List.of(
                            ProductComponent.of(disk.id(), 3)
                                .as("storage")
                                .in("bay-1", "bay-3")))));
  }

  @OnEveryStorage
  void components_come_into_their_slots(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product server = filledServer(crm, product(crm, "DISK"));
    SoldGoods.Line line = line(crm, server, 2);
    SoldGoods order = sale(crm, customer, line);
    HostSales.book(crm, executed(order, shipped(line, 2)));

    crm.get(InstalledBase.class).push(PushUnits.of(order.source()));

    List<Asset> servers =
        crm.get(Assets.class).search(Query.where(AssetAttributes.PRODUCT.eq(server.id()))).items();
    assertThat(servers).hasSize(2);
    for (Asset each : servers) {
      assertThat(crm.get(Assets.class).children(each.id()))
          .extracting(disk -> disk.placement().slot())
          .containsExactlyInAnyOrder("bay-1", "bay-3", null);
    }
  }

  @OnEveryStorage
  void a_promise_renewed_does_not_displace_what_was_fitted_meanwhile(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    SoldGoods order = HostSales.book(crm, sale(crm, customer, line(crm, disk, 1)));
    InstalledBase base = crm.get(InstalledBase.class);
    Asset promised =
        crm.get(Assets.class)
            .get(base.provision(new ProvisionUnits(order.source())).units().get(0).asset());
    fit(crm, promised, server, "bay-1");
    HostSales.book(crm, in(order, SoldGoods.State.VOID));
    base.dissolve(new DissolveUnits(order.source()));
    Asset mine = fit(crm, unit(crm, customer, disk), server, "bay-1");

    HostSales.book(crm, order);
    base.provision(new ProvisionUnits(order.source()));

    Asset renewed = crm.get(Assets.class).get(promised.id());
    assertThat(renewed.life().status()).isEqualTo(AssetStatus.PROVISIONAL);
    assertThat(renewed.placement().parent()).isEqualTo(server.id());
    assertThat(renewed.placement().slot()).isNull();
    assertThat(crm.get(Assets.class).slots(server.id()).get(0).fitted()).isEqualTo(mine.id());
  }

  // --- lists

  @OnEveryStorage
  void a_list_fills_slots_and_tells_what_does_not_go_in(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    RegisterAsset server =
        RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(server(crm, disk).id()));
    RegisterAsset bay = inBay(RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(disk.id())));
    RegisterAsset fan =
        inBay(RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(product(crm, "FAN").id())));

    AssetImportReport report =
        crm.get(Assets.class)
            .importAll(
                new ImportAssets(
                    List.of(
                        new AssetRow("D1", bay, "S"),
                        new AssetRow("D2", bay, "S"),
                        new AssetRow("F", fan, "S"),
                        new AssetRow("S", server, null))));

    assertThat(report.rows())
        .extracting(AssetImportReport.Row::outcome)
        .containsExactly(
            AssetImportReport.Outcome.REGISTERED,
            AssetImportReport.Outcome.REJECTED,
            AssetImportReport.Outcome.REJECTED,
            AssetImportReport.Outcome.REGISTERED);
    assertThat(report.rows().get(1).problems().toString()).contains("another unit is fitted");
    assertThat(report.rows().get(2).problems().toString()).contains("does not fit slot bay-1");
  }

  private static RegisterAsset inBay(RegisterAsset unit) {
    return unit.withPlacement(Placement.standingAlone(UnitRole.PART).withSlot("bay-1"));
  }
}
