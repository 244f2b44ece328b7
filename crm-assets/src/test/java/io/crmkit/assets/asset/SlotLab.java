package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.content;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.product;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductSlot;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.Label;
import io.crmkit.testkit.TestCrm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Servers, and what is fitted in their bays. */
final class SlotLab {

  private SlotLab() {}

  static final Label BAY = new Label("Bay", "盘位");

  /** A server with three bays for this disk, and one slot for anything. */
  static Product server(TestCrm crm, Product disk) {
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

  static Asset unit(TestCrm crm, CustomerId customer, Product product) {
    return crm.get(Assets.class)
        .register(RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(product.id())));
  }

  static Asset fit(TestCrm crm, Asset unit, Asset whole, @Nullable String slot) {
    Placement place = Placement.within(whole.id(), UnitRole.PART).withSlot(slot);
    return crm.get(Assets.class).move(MoveAsset.of(unit, place));
  }

  static Asset step(TestCrm crm, Asset unit, AssetStep step) {
    return crm.get(Assets.class).takeStep(TakeStep.of(unit, step));
  }

  static List<ReasonCode> reasons(Runnable call) {
    return catchThrowableOfType(Refused.class, call::run).reasons().stream()
        .map(Reason::code)
        .toList();
  }

  static List<String> faults(Runnable call) {
    return catchThrowableOfType(InvalidInput.class, call::run).faults().stream()
        .map(fault -> fault.path() + ": " + fault.problem())
        .toList();
  }
}
