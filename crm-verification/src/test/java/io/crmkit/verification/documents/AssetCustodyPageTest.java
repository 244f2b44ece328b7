package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetCriteria;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetImportReport;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.AssetState;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.CoverOnTransfer;
import io.crmkit.api.asset.GiveBackAsset;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Recall;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.SetAssetParty;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.Products;
import io.crmkit.api.value.Label;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Runs the examples of docs/assets.md on what goes between customers, and on the past. */
class AssetCustodyPageTest {

  private static CustomerId customer(CrmSession session, String name) {
    return session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)))
        .id();
  }

  private static Asset machine(CrmSession session, CustomerId customer, String serialNumber) {
    return session
        .get(Assets.class)
        .register(
            RegisterAsset.ofOurs(
                customer, AssetIdentity.ofModel("Acme", "Press").withSerialNumber(serialNumber)));
  }

  @OnEveryStorage
  void units_go_between_customers_and_take_each_others_place(TestCrm crm) {
    CrmSession session = crm.session();
    CustomerId customer = customer(session, "Riverside Works");
    CustomerId buyer = customer(session, "Lakeside Print");
    CustomerId pool = customer(session, "Our pool");
    CustomerId serviceHouse = customer(session, "Service House");
    Asset press = machine(session, customer, "P-1");
    Asset broken = machine(session, customer, "P-2");
    Asset fresh = machine(session, customer, "P-3");
    Asset spare =
        session
            .get(Assets.class)
            .takeStep(TakeStep.of(machine(session, pool, "L-1"), AssetStep.STORE));
    // begin docs/assets.md
    AssetTransfers transfers = session.get(AssetTransfers.class);
    Asset sold =
        transfers.transfer(TransferAsset.of(press, buyer).withCover(CoverOnTransfer.CARRY));
    Asset maintained =
        transfers.setParty(SetAssetParty.of(sold, AssetParty.MAINTAINER, serviceHouse));

    Asset lent =
        transfers.lend(
            LendAsset.of(spare, customer)
                .withInPlaceOf(broken.id())
                .withDueOn(LocalDate.of(2026, 12, 24)));
    Asset inPlace = transfers.replace(ReplaceAsset.of(broken, fresh));
    Asset back = transfers.giveBack(GiveBackAsset.of(lent));
    // end docs/assets.md
    assertThat(maintained.customer()).isEqualTo(buyer);
    assertThat(inPlace.succession().replaces()).isEqualTo(broken.id());
    assertThat(back.customer()).isEqualTo(pool);
  }

  @OnEveryStorage
  void the_past_is_asked_and_corrected(TestCrm crm) {
    CrmSession session = crm.session();
    CustomerId customer = customer(session, "Riverside Works");
    Asset press = machine(session, customer, "P-1");
    Instant monday = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    Instant tuesday = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    Instant wednesday = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    // begin docs/assets.md
    session
        .because("the log of the line says so")
        .get(AssetTransfers.class)
        .correct(
            new CorrectHistory(
                press.id(),
                press.version(),
                new CorrectHistory.Status(AssetStatus.IN_REPAIR),
                monday,
                wednesday));

    AssetsInTime time = session.get(AssetsInTime.class);
    assertThat(time.unit(press.id(), TwoTimes.at(tuesday)).map(AssetState::status))
        .contains(AssetStatus.IN_REPAIR);
    assertThat(
            time.unit(press.id(), TwoTimes.at(tuesday).asKnownOn(wednesday))
                .map(AssetState::status)) // as known then
        .contains(AssetStatus.IN_OPERATION);
    assertThat(time.counts(customer, TwoTimes.at(tuesday)))
        .isEqualTo(Map.of(AssetStatus.IN_REPAIR, 1L));
    // end docs/assets.md
  }

  @OnEveryStorage
  void the_installed_base_is_asked(TestCrm crm) {
    CrmSession session = crm.session();
    CustomerId customer = customer(session, "Riverside Works");
    Product press = product(session, "PRESS");
    Product kit = product(session, "KIT");
    // begin docs/assets.md
    List<AssetRow> rows =
        List.of(
            new AssetRow(
                "ERP-1",
                RegisterAsset.ofOurs(
                    customer, AssetIdentity.ofProduct(press.id()).withBatch("2026-W07")),
                null),
            new AssetRow(
                "ERP-2",
                RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("Other", "Chiller")),
                "ERP-1")); // within the press
    AssetImportReport report = session.get(Assets.class).importAll(new ImportAssets(rows));
    assertThat(report.count(AssetImportReport.Outcome.REGISTERED)).isEqualTo(2);
    // end docs/assets.md

    // begin docs/assets.md
    List<Recall> recalled =
        session
            .get(AssetsInTime.class)
            .recall(Query.where(AssetAttributes.BATCH.eq("2026-W07")))
            .items(); // each unit as it is now, with everybody who ever had it
    List<Customer> whiteSpots =
        session
            .get(Customers.class)
            .search(
                Query.where(
                    AssetCriteria.hasProduct(press.id())
                        .and(Criteria.not(AssetCriteria.hasProduct(kit.id())))))
            .items();
    Map<AssetStatus, Long> byStatus =
        session.get(Assets.class).countBy(AssetAttributes.STATUS, Criteria.all());
    // end docs/assets.md
    assertThat(recalled).hasSize(1);
    assertThat(whiteSpots).extracting(Customer::id).containsExactly(customer);
    assertThat(byStatus).isEqualTo(Map.of(AssetStatus.IN_OPERATION, 2L));
  }

  private static Product product(CrmSession session, String sku) {
    return session
        .get(Products.class)
        .create(
            new NewProduct(sku, ProductContent.of(ProductDescription.goods(new Label(sku, sku)))));
  }
}
