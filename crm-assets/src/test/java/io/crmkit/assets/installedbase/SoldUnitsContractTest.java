package io.crmkit.assets.installedbase;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.below;
import static io.crmkit.assets.Samples.bundle;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static io.crmkit.assets.installedbase.Asked.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOver.Outcome;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.ReviseProduct;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.HostSales;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;
import java.util.Map;

/** What units are when they come of a sale, and their structure, on every storage. */
@WithSetup(HostSales.class)
class SoldUnitsContractTest {

  @OnEveryStorage
  void a_unit_stays_as_sold_when_the_product_changes(TestCrm crm) {
    Products products = crm.get(Products.class);
    Product product =
        products.create(
            new NewProduct(
                "P", Samples.content("Old name").withSpecification(Map.of("power", "500 W"))));
    Line line = line(crm, product, 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    InstalledBase base = crm.get(InstalledBase.class);
    AssetId id = base.push(PushUnits.of(sale.source())).units().get(0).asset();

    products.revise(
        new ReviseProduct(
            product.id(),
            product.version(),
            Samples.content("New name")
                .withSpecification(Map.of("power", "900 W"))
                .withWarranties(List.of(WarrantyTerms.fromShipment("full", 60)))));
    assertThat(base.push(PushUnits.of(sale.source())).changedNothing()).isTrue();

    Asset asset = crm.get(Assets.class).get(id);
    assertThat(asset.identity().model()).isEqualTo("Old name");
    assertThat(asset.specification()).containsExactly(Map.entry("power", "500 W"));
    assertThat(asset.sold().revision()).isEqualTo(1);
    assertThat(crm.get(Warranties.class).of(id)).isEmpty();
  }

  @OnEveryStorage
  void a_bundle_is_unfolded_as_the_catalogue_says(TestCrm crm) {
    Product fan = product(crm, "FAN");
    Product press = bundle(crm, "PRESS", ProductComponent.of(fan.id(), 2).as("cooling"));
    Product plant = bundle(crm, "PLANT", ProductComponent.of(press.id(), 1));
    Line line = line(crm, plant, 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1, "PL-1")));

    HandOver done = crm.get(InstalledBase.class).push(PushUnits.of(sale.source()));

    AssetTree tree = crm.get(Assets.class).tree(done.units().get(0).asset());
    assertThat(tree.nodes())
        .extracting(AssetTree.Node::label, AssetTree.Node::role, AssetTree.Node::depth)
        .containsExactly(
            tuple("PLANT (PL-1)", UnitRole.SYSTEM, 0),
            tuple("PRESS", UnitRole.MACHINE, 1),
            tuple("FAN", UnitRole.PART, 2),
            tuple("FAN", UnitRole.PART, 2));
    assertThat(tree.nodes().get(2).function()).isEqualTo("cooling");
    assertThat(done.units())
        .extracting(HandOver.Unit::unit)
        .containsExactly("1", "1.1", "1.1.1", "1.1.2");
  }

  @OnEveryStorage
  void a_bundle_unfolded_once_keeps_its_structure_when_the_catalogue_changes(TestCrm crm) {
    Product fan = product(crm, "FAN");
    Product press = bundle(crm, "PRESS", ProductComponent.of(fan.id(), 1));
    Line line = line(crm, press, 1);
    SoldGoods sale = book(crm, sale(crm, customer(crm), line));
    InstalledBase base = crm.get(InstalledBase.class);
    base.provision(new ProvisionUnits(sale.source()));

    crm.get(Products.class)
        .revise(
            new ReviseProduct(
                press.id(),
                press.version(),
                press.content().withComponents(List.of(ProductComponent.of(fan.id(), 3)))));
    book(crm, executed(sale, shipped(line, 1)));
    HandOver done = base.push(PushUnits.of(sale.source()));

    assertThat(done.count(Outcome.PROMOTED)).isEqualTo(2);
    assertThat(all(crm)).hasSize(2);
  }

  @OnEveryStorage
  void component_lines_hang_below_their_bundle_which_comes_with_its_first_part(TestCrm crm) {
    Product plant = product(crm, "PLANT");
    Product press = product(crm, "PRESS");
    Line system = line(crm, plant, 2);
    Line machines = below(line(crm, press, 4), system);
    SoldGoods sale = sale(crm, customer(crm), system, machines);
    book(crm, executed(sale, system, shipped(machines, 3)));
    InstalledBase base = crm.get(InstalledBase.class);

    HandOver done = base.push(PushUnits.of(sale.source()));

    assertThat(done.count(Outcome.REGISTERED)).isEqualTo(5);
    Assets assets = crm.get(Assets.class);
    assertThat(assets.children(done.units().get(0).asset())).hasSize(2);
    assertThat(assets.children(done.units().get(1).asset())).hasSize(1);
    assertThat(assets.get(done.units().get(1).asset()).life().status())
        .isEqualTo(AssetStatus.SHIPPED);
  }

  @OnEveryStorage
  void a_part_shipped_before_its_machine_waits_within_a_promised_one(TestCrm crm) {
    Product press = product(crm, "PRESS");
    Product fan = product(crm, "FAN");
    Line machine = line(crm, press, 2);
    Line parts = below(line(crm, fan, 2), machine);
    SoldGoods sale = sale(crm, customer(crm), machine, parts);
    book(crm, executed(sale, shipped(machine, 1), shipped(parts, 2)));
    InstalledBase base = crm.get(InstalledBase.class);

    HandOver done = base.push(PushUnits.of(sale.source()));
    book(crm, executed(sale, shipped(machine, 2), shipped(parts, 2)));
    HandOver later = base.push(PushUnits.of(sale.source()));

    assertThat(done.count(Outcome.PROVISIONED)).isEqualTo(1);
    assertThat(done.count(Outcome.REGISTERED)).isEqualTo(3);
    assertThat(later.count(Outcome.PROMOTED)).isEqualTo(1);
    assertThat(later.count(Outcome.UNCHANGED)).isEqualTo(3);
  }
}
