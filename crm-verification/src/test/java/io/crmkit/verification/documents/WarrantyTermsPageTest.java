package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyCover;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Runs the examples of docs/assets.md on the terms of warranties. */
class WarrantyTermsPageTest {

  @OnEveryStorage
  void terms_say_when_it_begins_what_it_excludes_and_when_it_stands_still(TestCrm crm) {
    crm.clock().set(LocalDate.of(2025, 9, 10).atTime(9, 0).toInstant(ZoneOffset.UTC));
    CustomerId customer =
        crm.get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Riverside Press")))
            .id();
    Assets assets = crm.get(Assets.class);
    RegisterAsset command =
        RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("Heidelberg", "Speedmaster"));
    Asset press =
        assets.register(
            command.withLife(
                command
                    .life()
                    .withStatus(AssetStatus.SHIPPED)
                    .withShippedOn(LocalDate.of(2025, 8, 31))));
    Warranties warranties = crm.get(Warranties.class);

    // begin docs/assets.md
    WarrantyTerms terms =
        WarrantyTerms.fromFirstUse("full", 12)
            .startingAtLatest(6) // months after the shipment
            .covering("parts and labour")
            .excluding("wear parts", "damage by frost")
            .suspendedWhileInRepair();
    Warranty granted = warranties.grant(new GrantWarranty(press.id(), terms));
    assertThat(granted.cover().startsOn())
        .isEqualTo(LocalDate.of(2026, 2, 28)); // for the time being
    // end docs/assets.md

    Asset used = assets.takeStep(TakeStep.of(press, AssetStep.START));
    LocalDate firstUse = crm.session().today();
    crm.clock().advance(Duration.ofDays(30));

    // begin docs/assets.md
    Asset inRepair = assets.takeStep(TakeStep.of(used, AssetStep.TAKE_INTO_REPAIR));
    crm.clock().advance(Duration.ofDays(10));
    assets.takeStep(TakeStep.of(inRepair, AssetStep.FINISH_REPAIR));
    WarrantyCover cover = warranties.of(press.id()).get(0).cover();
    assertThat(cover.suspendedDays()).isEqualTo(10);
    assertThat(cover.endsOn()).isEqualTo(firstUse.plusMonths(12).plusDays(10));
    // end docs/assets.md
  }
}
