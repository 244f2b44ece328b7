package io.crmkit.assets.installedbase;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.below;
import static io.crmkit.assets.Samples.bundle;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.in;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.crmkit.api.CrmTransaction;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRegistered;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssignSerialNumber;
import io.crmkit.api.asset.CustomerHandOver;
import io.crmkit.api.asset.DissolveUnits;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOver.Outcome;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.PassTitle;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PullCustomerUnits;
import io.crmkit.api.asset.PullUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.SoldGoods.State;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TitleRule;
import io.crmkit.api.asset.UnitMark;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.ReviseProduct;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.assets.HostSales;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How what was sold comes into the installed base, on every storage. */
@WithSetup(HostSales.class)
class HandOverContractTest {

  // --- pushing

  @OnEveryStorage
  void a_sale_that_is_not_executed_is_refused_with_its_state(TestCrm crm) {
    Product product = product(crm, "P");
    SoldGoods offered = book(crm, sale(crm, customer(crm), line(crm, product, 1)));
    InstalledBase base = crm.get(InstalledBase.class);

    assertThat(reasons(() -> base.push(PushUnits.of(offered.source()))))
        .containsExactly(AssetReason.SALE_NOT_EXECUTED);
    book(crm, in(offered, State.ORDERED));
    assertThat(reasons(() -> base.pull(PullUnits.of(offered.source()))))
        .containsExactly(AssetReason.SALE_NOT_EXECUTED);
    book(crm, in(offered, State.VOID));
    assertThat(reasons(() -> base.push(PushUnits.of(offered.source()))))
        .containsExactly(AssetReason.SALE_VOID);
    assertThat(all(crm)).isEmpty();
  }

  @OnEveryStorage
  void a_sale_that_nobody_knows_is_refused(TestCrm crm) {
    EntityRef unknown = new EntityRef("host.order", crm.newId());

    assertThat(reasons(() -> crm.get(InstalledBase.class).push(PushUnits.of(unknown))))
        .containsExactly(AssetReason.SALE_UNKNOWN);
  }

  @OnEveryStorage
  void what_was_shipped_is_registered_with_serial_number_and_warranty(TestCrm crm) {
    Product product =
        product(
            crm,
            "P",
            WarrantyTerms.fromShipment("full", 24),
            WarrantyTerms.fromInstallation("parts", 36));
    Line line = line(crm, product, 3);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 2, "S-1")));

    HandOver done = crm.get(InstalledBase.class).push(PushUnits.of(sale.source()));

    assertThat(done.units()).extracting(HandOver.Unit::unit).containsExactly("1", "2");
    assertThat(done.count(Outcome.REGISTERED)).isEqualTo(2);
    Asset first = crm.get(Assets.class).get(done.units().get(0).asset());
    Asset second = crm.get(Assets.class).get(done.units().get(1).asset());
    assertThat(first.identity().serialNumber()).isEqualTo("S-1");
    assertThat(second.identity().serialNumber()).isNull();
    assertThat(first.life().status()).isEqualTo(AssetStatus.SHIPPED);
    assertThat(first.life().titleOn()).isEqualTo(Samples.SHIPPED_ON);
    assertThat(first.sold().sku()).isEqualTo("P");
    assertThat(first.customer()).isEqualTo(sale.customer());
    assertThat(warranty(crm, first.id(), "full").cover().endsOn())
        .isEqualTo(LocalDate.of(2028, 1, 2));
    assertThat(warranty(crm, first.id(), "parts").cover().startsOn()).isNull();
    assertThat(crm.events(AssetRegistered.class)).hasSize(2);
  }

  @OnEveryStorage
  void pushing_and_pulling_again_changes_nothing_and_says_so(TestCrm crm) {
    Product product = product(crm, "P", WarrantyTerms.fromShipment("full", 24));
    Line line = line(crm, product, 2);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 2, "S-1", "S-2")));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOver first = base.push(PushUnits.of(sale.source()));
    List<Asset> before = all(crm);
    int events = crm.events().size();

    HandOver again = base.push(PushUnits.of(sale.source()));
    HandOver pulled = base.pull(PullUnits.of(sale.source()));
    CustomerHandOver all = base.pullAll(PullCustomerUnits.of(sale.customer()));

    assertThat(first.changedNothing()).isFalse();
    assertThat(again.changedNothing()).isTrue();
    assertThat(pulled.changedNothing()).isTrue();
    assertThat(all.changedNothing()).isTrue();
    assertThat(again.units())
        .extracting(HandOver.Unit::asset)
        .containsExactlyElementsOf(first.units().stream().map(HandOver.Unit::asset).toList());
    assertThat(all(crm)).isEqualTo(before);
    assertThat(crm.events()).hasSize(events);
  }

  @OnEveryStorage
  void a_late_delivery_is_pulled_by_service(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 3);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1, "S-1")));
    InstalledBase base = crm.get(InstalledBase.class);
    base.push(PushUnits.of(sale.source()));

    book(crm, executed(sale, shipped(line, 3, "S-1", "S-2", "S-3")));
    CustomerHandOver pulled = base.pullAll(PullCustomerUnits.of(sale.customer()));

    assertThat(pulled.sales().get(0).count(Outcome.REGISTERED)).isEqualTo(2);
    assertThat(pulled.sales().get(0).count(Outcome.UNCHANGED)).isEqualTo(1);
    assertThat(serials(crm)).containsExactly("S-1", "S-2", "S-3");
  }

  @OnEveryStorage
  void serial_numbers_and_warranty_can_be_given_when_service_pulls(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 2);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 2)));
    InstalledBase base = crm.get(InstalledBase.class);
    base.push(PushUnits.of(sale.source()));

    HandOverTerms marked =
        HandOverTerms.standard()
            .withMarks(List.of(new UnitMark(line.id(), "2", " S-2 ")))
            .withWarranties(List.of(WarrantyTerms.fromShipment("full", 12)));
    HandOver pulled = base.pull(new PullUnits(sale.source(), marked));
    HandOver again = base.pull(new PullUnits(sale.source(), marked));

    assertThat(pulled.count(Outcome.COMPLETED)).isEqualTo(2);
    assertThat(again.changedNothing()).isTrue();
    Asset second = crm.get(Assets.class).get(pulled.units().get(1).asset());
    assertThat(second.identity().serialNumber()).isEqualTo("S-2");
    assertThat(warranty(crm, second.id(), "full").cover().endsOn())
        .isEqualTo(LocalDate.of(2027, 1, 2));
    assertThat(all(crm)).hasSize(2);
  }

  @OnEveryStorage
  void a_serial_number_of_another_unit_is_refused(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 1);
    Line other = line(crm, product, 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    SoldGoods second = sale(crm, customer(crm), other);
    book(crm, executed(sale, shipped(line, 1, "S-1")));
    book(crm, executed(second, shipped(other, 1, "ｓ-1")));
    InstalledBase base = crm.get(InstalledBase.class);
    base.push(PushUnits.of(sale.source()));

    assertThat(reasons(() -> base.push(PushUnits.of(second.source()))))
        .containsExactly(AssetReason.SERIAL_NUMBER_TAKEN);
    assertThat(base.pullAll(PullCustomerUnits.of(second.customer())).refused())
        .singleElement()
        .satisfies(r -> assertThat(r.sale()).isEqualTo(second.source()));
    assertThat(all(crm)).hasSize(1);
  }

  @OnEveryStorage
  void a_corrected_serial_number_must_be_corrected_on_the_unit_first(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1, "S-1")));
    InstalledBase base = crm.get(InstalledBase.class);
    Asset asset =
        crm.get(Assets.class).get(base.push(PushUnits.of(sale.source())).units().get(0).asset());
    book(crm, executed(sale, shipped(line, 1, "S-7")));

    assertThat(reasons(() -> base.push(PushUnits.of(sale.source()))))
        .containsExactly(AssetReason.SERIAL_NUMBER_WITHOUT_UNIT);

    crm.get(Assets.class).assignSerialNumber(AssignSerialNumber.of(asset, "S-7"));
    assertThat(base.push(PushUnits.of(sale.source())).changedNothing()).isTrue();
    assertThat(all(crm)).hasSize(1);
  }

  @OnEveryStorage
  void every_fault_of_a_sale_is_told_at_once(TestCrm crm) {
    Product product = product(crm, "P");
    Line over = line(crm, product, 1);
    Line serials = line(crm, product, 2);
    Line orphan = line(crm, product, 1);
    SoldGoods sale = sale(crm, customer(crm), over);
    book(
        crm,
        executed(
            sale,
            shipped(over, 2),
            shipped(serials, 1, "S-1", "S-2"),
            below(orphan, line(crm, product, 1))));

    assertThat(reasons(() -> crm.get(InstalledBase.class).push(PushUnits.of(sale.source()))))
        .containsExactly(
            AssetReason.OVER_DELIVERED,
            AssetReason.TOO_MANY_SERIAL_NUMBERS,
            AssetReason.SALE_MALFORMED);
    assertThat(all(crm)).isEmpty();
  }

  @OnEveryStorage
  void more_units_than_anyone_ships_are_refused(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, Integer.MAX_VALUE);
    SoldGoods sale = book(crm, sale(crm, customer(crm), line));

    assertThat(
            reasons(
                () -> crm.get(InstalledBase.class).provision(new ProvisionUnits(sale.source()))))
        .containsExactly(AssetReason.TOO_MANY_UNITS);
  }

  @OnEveryStorage
  void marks_are_checked(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 2);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOverTerms notShipped =
        HandOverTerms.standard().withMarks(List.of(new UnitMark(line.id(), "2", "S-2")));
    HandOverTerms blank =
        HandOverTerms.standard().withMarks(List.of(new UnitMark(line.id(), "1", " ")));

    assertThat(reasons(() -> base.pull(new PullUnits(sale.source(), notShipped))))
        .containsExactly(AssetReason.NO_SUCH_UNIT);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> base.pull(new PullUnits(sale.source(), blank)))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .extracting(InvalidInput.Fault::path)
                    .containsExactly("terms.marks[0].serialNumber"));
  }

  @OnEveryStorage
  void a_returned_unit_is_not_shipped_again_and_has_no_twin(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1, "S-1")));
    InstalledBase base = crm.get(InstalledBase.class);
    AssetId id = base.push(PushUnits.of(sale.source())).units().get(0).asset();
    Asset returned =
        crm.get(Assets.class)
            .takeStep(TakeStep.of(crm.get(Assets.class).get(id), AssetStep.RETURN));

    HandOver again = base.push(PushUnits.of(sale.source()));

    assertThat(again.changedNothing()).isTrue();
    assertThat(all(crm)).containsExactly(returned);
    assertThat(returned.life().status()).isEqualTo(AssetStatus.RETURNED);
  }

  @OnEveryStorage
  void services_make_no_units(TestCrm crm) {
    Product training =
        crm.get(Products.class)
            .create(
                new NewProduct(
                    "TRAIN",
                    ProductContent.of(ProductDescription.service(new Label("Training", "培训")))));
    Line line = line(crm, training, 2);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 2)));

    HandOver done = crm.get(InstalledBase.class).push(PushUnits.of(sale.source()));

    assertThat(done.units()).isEmpty();
    assertThat(done.withoutUnits()).containsExactly(line.id());
  }

  // --- as sold

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

  // --- structure

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

  // --- provisional units

  @OnEveryStorage
  void a_promised_unit_is_promoted_and_keeps_its_identity(TestCrm crm) {
    Product product = product(crm, "P", WarrantyTerms.fromShipment("full", 24));
    Line line = line(crm, product, 2);
    SoldGoods quote = book(crm, sale(crm, customer(crm), line));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOver promised = base.provision(new ProvisionUnits(quote.source()));

    SoldGoods order = sale(crm, quote.customer(), line);
    book(crm, executed(order, shipped(line, 1, "S-1")));
    HandOver pushed = base.push(PushUnits.of(order.source()));

    assertThat(promised.count(Outcome.PROVISIONED)).isEqualTo(2);
    assertThat(pushed.units().get(0).asset()).isEqualTo(promised.units().get(0).asset());
    assertThat(pushed.units().get(0).outcome()).isEqualTo(Outcome.PROMOTED);
    Asset promoted = crm.get(Assets.class).get(pushed.units().get(0).asset());
    assertThat(promoted.source().sale()).isEqualTo(order.source());
    assertThat(warranty(crm, promoted.id(), "full").cover().startsOn())
        .isEqualTo(Samples.SHIPPED_ON);
    assertThat(all(crm)).hasSize(2);
    assertThat(all(crm)).filteredOn(Asset::provisional).hasSize(1);
  }

  @OnEveryStorage
  void goods_that_arrive_before_title_passes_stay_provisional(TestCrm crm) {
    Product product = product(crm, "P", WarrantyTerms.fromShipment("full", 24));
    Line line = line(crm, product, 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOverTerms onAcceptance = HandOverTerms.standard().withTitle(TitleRule.ACCEPTANCE);

    HandOver pushed = base.push(new PushUnits(sale.source(), onAcceptance));
    AssetId id = pushed.units().get(0).asset();
    assertThat(base.push(new PushUnits(sale.source(), onAcceptance)).changedNothing()).isTrue();
    assertThat(crm.get(Assets.class).get(id).provisional()).isTrue();

    LocalDate accepted = LocalDate.of(2026, 2, 1);
    HandOver passed = base.passTitle(new PassTitle(sale.source(), accepted));

    assertThat(passed.count(Outcome.PROMOTED)).isEqualTo(1);
    assertThat(crm.get(Assets.class).get(id).life().titleOn()).isEqualTo(accepted);
    assertThat(warranty(crm, id, "full").cover().startsOn()).isEqualTo(Samples.SHIPPED_ON);
    assertThat(base.passTitle(new PassTitle(sale.source(), null)).changedNothing()).isTrue();
  }

  @OnEveryStorage
  void what_a_void_sale_promised_is_given_up_and_revived_when_promised_again(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 2);
    SoldGoods quote = book(crm, sale(crm, customer(crm), line));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOver promised = base.provision(new ProvisionUnits(quote.source()));
    assertThat(reasons(() -> base.dissolve(new DissolveUnits(quote.source()))))
        .containsExactly(AssetReason.SALE_NOT_VOID);

    book(crm, in(quote, State.VOID));
    HandOver dissolved = base.dissolve(new DissolveUnits(quote.source()));
    HandOver again = base.dissolve(new DissolveUnits(quote.source()));
    book(crm, quote);
    HandOver revived = base.provision(new ProvisionUnits(quote.source()));

    assertThat(dissolved.count(Outcome.DISSOLVED)).isEqualTo(2);
    assertThat(again.units()).isEmpty();
    assertThat(revived.assets(Outcome.PROVISIONED))
        .containsExactlyElementsOf(promised.assets(Outcome.PROVISIONED));
  }

  @OnEveryStorage
  void units_that_a_later_revision_has_taken_up_outlive_the_void_one(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 1);
    SoldGoods first = book(crm, sale(crm, customer(crm), line));
    SoldGoods second = book(crm, sale(crm, first.customer(), line));
    InstalledBase base = crm.get(InstalledBase.class);
    base.provision(new ProvisionUnits(first.source()));
    base.provision(new ProvisionUnits(second.source()));

    book(crm, in(first, State.VOID));
    HandOver dissolved = base.dissolve(new DissolveUnits(first.source()));

    assertThat(dissolved.units()).isEmpty();
    assertThat(all(crm)).singleElement().matches(Asset::provisional);
  }

  @OnEveryStorage
  void a_unit_promised_by_a_quote_is_given_up_with_the_cancelled_order(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 1);
    SoldGoods quote = book(crm, sale(crm, customer(crm), line));
    InstalledBase base = crm.get(InstalledBase.class);
    base.provision(new ProvisionUnits(quote.source()));
    SoldGoods order = sale(crm, quote.customer(), line);
    book(crm, in(order, State.VOID));
    book(crm, in(quote, State.VOID));

    HandOver dissolved = base.dissolve(new DissolveUnits(order.source()));

    assertThat(dissolved.count(Outcome.DISSOLVED)).isEqualTo(1);
  }

  @OnEveryStorage
  void what_is_promised_no_longer_is_given_up(TestCrm crm) {
    Product product = product(crm, "P");
    Line kept = line(crm, product, 3);
    Line dropped = line(crm, product, 1);
    SoldGoods quote = book(crm, sale(crm, customer(crm), kept, dropped));
    InstalledBase base = crm.get(InstalledBase.class);
    base.provision(new ProvisionUnits(quote.source()));

    Line fewer = new Line(kept.id(), null, kept.product(), kept.description(), 2, kept.delivery());
    book(
        crm,
        new SoldGoods(
            quote.source(), quote.customer(), State.OFFERED, quote.reference(), List.of(fewer)));
    HandOver again = base.provision(new ProvisionUnits(quote.source()));

    assertThat(again.count(Outcome.DISSOLVED)).isEqualTo(2);
    assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(2);
  }

  // --- around it

  @OnEveryStorage
  void a_push_goes_with_the_hosts_transaction(TestCrm crm) {
    Line line = line(crm, product(crm, "P"), 2);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 2)));

    try (CrmTransaction transaction = crm.crm().begin()) {
      InstalledBase joined = crm.session().join(transaction).get(InstalledBase.class);
      joined.push(PushUnits.of(sale.source()));
      assertThat(joined.pull(PullUnits.of(sale.source())).changedNothing()).isTrue();
      transaction.rollback();
    }
    assertThat(all(crm)).isEmpty();

    crm.joined(session -> session.get(InstalledBase.class).push(PushUnits.of(sale.source())));
    assertThat(all(crm)).hasSize(2);
  }

  @OnEveryStorage
  void a_push_can_be_asked_beforehand(TestCrm crm) {
    Line line = line(crm, product(crm, "P"), 1);
    SoldGoods sale = book(crm, sale(crm, customer(crm), line));
    PushUnits push = PushUnits.of(sale.source());

    List<Reason> against =
        crm.session().rehearse(session -> session.get(InstalledBase.class).push(push));
    book(crm, executed(sale, shipped(line, 1)));

    assertThat(against).extracting(Reason::code).containsExactly(AssetReason.SALE_NOT_EXECUTED);
    assertThat(crm.session().rehearse(session -> session.get(InstalledBase.class).push(push)))
        .isEmpty();
    assertThat(all(crm)).isEmpty();
  }

  @OnEveryStorage
  void a_push_under_a_key_gives_the_first_answer_again(TestCrm crm) {
    Line line = line(crm, product(crm, "P"), 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    PushUnits push = PushUnits.of(sale.source());

    HandOver first = crm.session().once("push-1").get(InstalledBase.class).push(push);
    HandOver again = crm.session().once("push-1").get(InstalledBase.class).push(push);
    CustomerHandOver pulled =
        crm.session()
            .once("pull-1")
            .get(InstalledBase.class)
            .pullAll(PullCustomerUnits.of(sale.customer()));

    assertThat(again).isEqualTo(first);
    assertThat(
            crm.session()
                .once("pull-1")
                .get(InstalledBase.class)
                .pullAll(PullCustomerUnits.of(sale.customer())))
        .isEqualTo(pulled);
  }

  @OnEveryStorage
  void dates_that_nobody_says_are_the_tenants(TestCrm crm) {
    crm.profile(
        new TenantProfile(
            ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.SIMPLIFIED_CHINESE));
    Product fan = product(crm, "FAN");
    Line line = line(crm, bundle(crm, "PRESS", ProductComponent.of(fan.id(), 1)), 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    InstalledBase base = crm.get(InstalledBase.class);
    base.push(new PushUnits(sale.source(), HandOverTerms.standard().withTitle(TitleRule.PAYMENT)));
    crm.clock().set(Instant.parse("2026-03-01T18:00:00Z"));

    HandOver passed = crm.get(InstalledBase.class).passTitle(new PassTitle(sale.source(), null));

    Asset press = crm.get(Assets.class).get(passed.units().get(0).asset());
    Asset part = crm.get(Assets.class).get(passed.units().get(1).asset());
    assertThat(press.life().titleOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(part.identity().model()).isEqualTo("FAN（中文）");
  }

  // --- helpers

  static List<Asset> all(TestCrm crm) {
    return crm.get(Assets.class).search(Query.<Asset>everything().limit(10_000)).items();
  }

  private static List<String> serials(TestCrm crm) {
    return crm
        .get(Assets.class)
        .search(Query.<Asset>everything().orderBy(AssetAttributes.SERIAL_NUMBER.ascending()))
        .items()
        .stream()
        .map(asset -> asset.identity().serialNumber())
        .toList();
  }

  private static Warranty warranty(TestCrm crm, AssetId asset, String kind) {
    return crm.get(Warranties.class).of(asset).stream()
        .filter(warranty -> warranty.terms().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<ReasonCode> reasons(Runnable command) {
    try {
      command.run();
    } catch (Refused refused) {
      return refused.reasons().stream().map(Reason::code).toList();
    }
    throw new AssertionError("was not refused");
  }
}
