package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.content;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.in;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetImportReport;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.AssetSlot;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.DissolveUnits;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.Reason;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductReason;
import io.crmkit.api.product.ProductSlot;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.ReviseProduct;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.Label;
import io.crmkit.assets.HostSales;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is fitted in which slot, on every storage. */
@WithSetup(HostSales.class)
class SlotsContractTest {

  private static final Label BAY = new Label("Bay", "盘位");

  /** A server with three bays for this disk, and one slot for anything. */
  private static Product server(TestCrm crm, Product disk) {
    List<ProductSlot> bays =
        ProductSlot.row("bay", BAY, 3).stream().map(bay -> bay.fitting(disk.id())).toList();
    List<ProductSlot> slots =
        List.of(
            bays.get(0).asRequired(),
            bays.get(1),
            bays.get(2),
            ProductSlot.of("riser", new Label("Riser", "转接卡")));
    return crm.get(Products.class)
        .create(new NewProduct("SERVER", content("SERVER").withSlots(slots)));
  }

  private static Asset unit(TestCrm crm, CustomerId customer, Product product) {
    return crm.get(Assets.class)
        .register(RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(product.id())));
  }

  private static Asset fit(TestCrm crm, Asset unit, Asset whole, @Nullable String slot) {
    Placement place = Placement.within(whole.id(), UnitRole.PART).withSlot(slot);
    return crm.get(Assets.class).move(MoveAsset.of(unit, place));
  }

  private static Asset step(TestCrm crm, Asset unit, AssetStep step) {
    return crm.get(Assets.class).takeStep(TakeStep.of(unit, step));
  }

  private static List<ReasonCode> reasons(Runnable call) {
    return catchThrowableOfType(Refused.class, call::run).reasons().stream()
        .map(Reason::code)
        .toList();
  }

  private static List<String> faults(Runnable call) {
    return catchThrowableOfType(InvalidInput.class, call::run).faults().stream()
        .map(fault -> fault.path() + ": " + fault.problem())
        .toList();
  }

  // --- the catalogue

  @OnEveryStorage
  void a_product_tells_its_slots_and_what_fits_them(TestCrm crm) {
    Product disk = product(crm, "DISK");

    Product server = server(crm, disk);

    Product read = crm.get(Products.class).get(server.id());
    assertThat(read.slots()).isEqualTo(server.slots());
    assertThat(read.slots())
        .extracting(ProductSlot::code, ProductSlot::fits, ProductSlot::required)
        .containsExactly(
            tuple("bay-1", List.of(disk.id()), true),
            tuple("bay-2", List.of(disk.id()), false),
            tuple("bay-3", List.of(disk.id()), false),
            tuple("riser", List.of(), false));
  }

  @OnEveryStorage
  void other_slots_are_another_revision(TestCrm crm) {
    Product server = server(crm, product(crm, "DISK"));
    Products products = crm.get(Products.class);

    Product revised =
        products.revise(
            new ReviseProduct(
                server.id(), server.version(), server.content().withSlots(List.of())));

    assertThat(revised.life().revision()).isEqualTo(2);
    assertThat(products.revisions(server.id()))
        .extracting(revision -> revision.slots().size())
        .containsExactly(0, 4);
  }

  @OnEveryStorage
  void what_is_wrong_with_slots_is_told_by_its_path(TestCrm crm) {
    Product disk = product(crm, "DISK");
    Product fan = product(crm, "FAN");
    ProductContent content =
        content("SERVER")
            .withComponents(
                List.of(
                    ProductComponent.of(disk.id(), 1).in("bay-1", "bay-9"),
                    ProductComponent.of(fan.id(), 1).in("bay-2"),
                    ProductComponent.of(disk.id(), 1).in(" BAY-1")))
            .withSlots(
                List.of(
                    ProductSlot.of("bay-1", BAY),
                    ProductSlot.of("bay-2", BAY).fitting(disk.id()),
                    ProductSlot.of(" ", BAY),
                    ProductSlot.of("ＢＡＹ-2", BAY)));

    assertThat(faults(() -> crm.get(Products.class).create(new NewProduct("SERVER", content))))
        .containsExactly(
            "content.slots[2].code: must not be blank",
            "content.slots[3].code: is used twice",
            "content.components[0].slots: must not be more than there are units",
            "content.components[0].slots[1]: is no slot of the product",
            "content.components[1].slots[0]: does not take the component",
            "content.components[2].slots[0]: takes another unit already");
  }

  @OnEveryStorage
  void what_shall_fit_must_be_in_the_catalogue(TestCrm crm) {
    ProductId nowhere = new ProductId(crm.newId());
    NewProduct server =
        new NewProduct(
            "SERVER",
            content("SERVER").withSlots(List.of(ProductSlot.of("bay", BAY).fitting(nowhere))));

    assertThat(reasons(() -> crm.get(Products.class).create(server)))
        .containsExactly(ProductReason.UNKNOWN_FITTING);
  }

  // --- units in slots

  @OnEveryStorage
  void a_unit_is_fitted_in_a_free_slot(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));

    Asset fitted = fit(crm, unit(crm, customer, disk), server, "bay-1");

    assertThat(fitted.placement().slot()).isEqualTo("bay-1");
    assertThat(crm.get(Assets.class).get(fitted.id())).isEqualTo(fitted);
    assertThat(crm.get(Assets.class).tree(server.id()).nodes())
        .extracting(AssetTree.Node::slot)
        .containsExactly(null, "bay-1");
    assertThat(
            crm.get(Assets.class)
                .search(Query.where(AssetAttributes.SLOT.eq("bay-1")))
                .items())
        .containsExactly(fitted);
  }

  @OnEveryStorage
  void a_second_unit_is_not_fitted_in_the_same_slot(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    fit(crm, unit(crm, customer, disk), server, "bay-1");
    Asset second = unit(crm, customer, disk);

    assertThat(reasons(() -> fit(crm, second, server, " ＢＡＹ-1 ")))
        .containsExactly(AssetReason.SLOT_TAKEN);
  }

  @OnEveryStorage
  void what_does_not_fit_a_slot_is_refused_with_the_slot_and_the_whole(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset server = unit(crm, customer, server(crm, product(crm, "DISK")));
    Asset fan = unit(crm, customer, product(crm, "FAN"));
    Asset foreign =
        crm.get(Assets.class)
            .register(
                RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("Other", "Disk 9")));

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> fit(crm, fan, server, "bay-2"))
        .withMessageContaining("FAN does not fit slot bay-2 of SERVER");
    assertThat(reasons(() -> fit(crm, foreign, server, "bay-2")))
        .containsExactly(AssetReason.DOES_NOT_FIT);
    assertThat(fit(crm, foreign, server, "riser").placement().slot()).isEqualTo("riser");
  }

  @OnEveryStorage
  void a_whole_whose_slots_are_known_has_no_others(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    Asset loose = unit(crm, customer, disk);

    assertThat(reasons(() -> fit(crm, loose, server, "bay-4")))
        .containsExactly(AssetReason.SLOT_UNKNOWN);
    assertThat(fit(crm, loose, server, null).placement().slot()).isNull();
  }

  @OnEveryStorage
  void a_whole_that_the_catalogue_does_not_know_takes_one_unit_in_any_slot(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset rack =
        crm.get(Assets.class)
            .register(RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("Other", "Rack")));
    Asset second = unit(crm, customer, disk);

    fit(crm, unit(crm, customer, disk), rack, "U17");

    assertThat(reasons(() -> fit(crm, second, rack, "u17")))
        .containsExactly(AssetReason.SLOT_TAKEN);
    assertThat(crm.get(Assets.class).slots(rack.id())).isEmpty();
  }

  @OnEveryStorage
  void the_slots_of_a_unit_are_those_it_was_sold_with(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Product product = server(crm, disk);
    Asset server = unit(crm, customer, product);

    crm.get(Products.class)
        .revise(
            new ReviseProduct(
                product.id(),
                product.version(),
                product.content().withSlots(List.of(ProductSlot.of("blade", BAY)))));
    Asset later = unit(crm, customer, product);

    assertThat(fit(crm, unit(crm, customer, disk), server, "bay-3").placement().slot())
        .isEqualTo("bay-3");
    Asset other = unit(crm, customer, disk);
    assertThat(reasons(() -> fit(crm, other, later, "bay-3")))
        .containsExactly(AssetReason.SLOT_UNKNOWN);
    assertThat(crm.get(Assets.class).slots(later.id()))
        .extracting(slot -> slot.slot().code())
        .containsExactly("blade");
  }

  @OnEveryStorage
  void a_slot_without_a_whole_is_malformed(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset disk = unit(crm, customer, product(crm, "DISK"));
    Placement nowhere = Placement.standingAlone(UnitRole.PART).withSlot("bay-1");
    RegisterAsset another =
        RegisterAsset.ofOurs(customer, disk.identity()).withPlacement(nowhere);

    assertThat(faults(() -> crm.get(Assets.class).move(MoveAsset.of(disk, nowhere))))
        .containsExactly("to.slot: must be left out where there is no parent");
    assertThat(faults(() -> crm.get(Assets.class).register(another)))
        .containsExactly("placement.slot: must be left out where there is no parent");
  }

  @OnEveryStorage
  void a_unit_says_which_slots_are_free_missing_and_waiting(TestCrm crm) {
    CustomerId customer = customer(crm);
    Product disk = product(crm, "DISK");
    Asset server = unit(crm, customer, server(crm, disk));
    Asset second = fit(crm, unit(crm, customer, disk), server, "bay-2");
    Asset broken =
        step(
            crm,
            fit(crm, unit(crm, customer, disk), server, "bay-3"),
            AssetStep.TAKE_INTO_REPAIR);

    List<AssetSlot> slots = crm.get(Assets.class).slots(server.id());

    assertThat(slots).extracting(AssetSlot::free).containsExactly(true, false, true, true);
    assertThat(slots).extracting(AssetSlot::missing).containsExactly(true, false, false, false);
    assertThat(slots)
        .extracting(AssetSlot::fitted)
        .containsExactly(null, second.id(), null, null);
    assertThat(slots.get(2).takenOut()).containsExactly(broken.id());
  }

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
        step(
            crm,
            fit(crm, unit(crm, customer, disk), server, "bay-1"),
            AssetStep.TAKE_INTO_REPAIR);
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
        step(
            crm,
            fit(crm, unit(crm, customer, disk), server, "bay-1"),
            AssetStep.TAKE_INTO_REPAIR);
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
                            ProductComponent.of(disk.id(), 3).as("storage").in("bay-1", "bay-3")))));
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
        crm.get(Assets.class)
            .search(Query.where(AssetAttributes.PRODUCT.eq(server.id())))
            .items();
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
