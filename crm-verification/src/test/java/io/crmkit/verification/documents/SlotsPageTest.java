package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetSlot;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductSlot;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.Label;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.util.List;

/** The examples of slots in docs/assets.md. */
class SlotsPageTest {

  @OnEveryStorage
  void unitsAreFittedInTheSlotsThatTheCatalogueNames(TestCrm crm) {
    CrmSession session = crm.session();
    Product disk =
        session
            .get(Products.class)
            .create(
                new NewProduct(
                    "DISK", ProductContent.of(ProductDescription.goods(new Label("Disk", "硬盘")))));
    // begin docs/assets.md
    List<ProductSlot> bays =
        ProductSlot.row("bay", new Label("Bay", "盘位"), 2).stream()
            .map(bay -> bay.fitting(disk.id()))
            .toList(); // bay-1 and bay-2
    ProductContent content =
        ProductContent.of(ProductDescription.goods(new Label("Server", "服务器")))
            .withSlots(bays)
            .withComponents(List.of(ProductComponent.of(disk.id(), 1).in("bay-1")));
    Product server = session.get(Products.class).create(new NewProduct("SERVER", content));
    // end docs/assets.md

    CustomerId customer =
        session
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Acme")))
            .id();
    Assets assets = session.get(Assets.class);
    Asset sold =
        assets.register(RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(server.id())));
    Asset first =
        assets.register(RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(disk.id())));
    assets.move(MoveAsset.of(first, Placement.in(sold.id(), "bay-1", UnitRole.PART)));
    Asset spare =
        assets.register(RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(disk.id())));
    // begin docs/assets.md
    Placement bay2 = Placement.in(sold.id(), "bay-2", UnitRole.PART);
    Asset fitted = assets.move(MoveAsset.of(spare, bay2));
    assertThat(assets.slots(sold.id())).extracting(AssetSlot::free).containsExactly(false, false);
    // end docs/assets.md
    assertThat(fitted.placement()).isEqualTo(bay2);
  }
}
