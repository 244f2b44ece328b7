package io.crmkit.assets.installedbase;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.below;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.in;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static io.crmkit.assets.installedbase.Asked.all;
import static io.crmkit.assets.installedbase.Asked.reasons;
import static io.crmkit.assets.installedbase.Asked.serials;
import static io.crmkit.assets.installedbase.Asked.warranty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRegistered;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssignSerialNumber;
import io.crmkit.api.asset.CustomerHandOver;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOver.Outcome;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PullCustomerUnits;
import io.crmkit.api.asset.PullUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.SoldGoods.State;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.UnitMark;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.assets.HostSales;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.LocalDate;
import java.util.List;

/** Pushing and pulling what was shipped, on every storage. */
@WithSetup(HostSales.class)
class HandOverContractTest {

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
}
