package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.content;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.asset.SlotLab.BAY;
import static io.crmkit.assets.asset.SlotLab.faults;
import static io.crmkit.assets.asset.SlotLab.fit;
import static io.crmkit.assets.asset.SlotLab.reasons;
import static io.crmkit.assets.asset.SlotLab.server;
import static io.crmkit.assets.asset.SlotLab.step;
import static io.crmkit.assets.asset.SlotLab.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetSlot;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Refused;
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
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.util.List;

/** Slots of products, and units that are fitted in them, on every storage. */
class SlotsContractTest {

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
    assertThat(crm.get(Assets.class).search(Query.where(AssetAttributes.SLOT.eq("bay-1"))).items())
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
            .register(RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("Other", "Disk 9")));

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
    RegisterAsset another = RegisterAsset.ofOurs(customer, disk.identity()).withPlacement(nowhere);

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
        step(crm, fit(crm, unit(crm, customer, disk), server, "bay-3"), AssetStep.TAKE_INTO_REPAIR);

    List<AssetSlot> slots = crm.get(Assets.class).slots(server.id());

    assertThat(slots).extracting(AssetSlot::free).containsExactly(true, false, true, true);
    assertThat(slots).extracting(AssetSlot::missing).containsExactly(true, false, false, false);
    assertThat(slots).extracting(AssetSlot::fitted).containsExactly(null, second.id(), null, null);
    assertThat(slots.get(2).takenOut()).containsExactly(broken.id());
  }
}
