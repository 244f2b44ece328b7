package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.CorrectWarranty;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Runs the example of docs/assets.md on what was known of a warranty. */
class WarrantyHistoryPageTest {

  @OnEveryStorage
  void what_was_known_stays(TestCrm crm) {
    CustomerId customer =
        crm.get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Riverside Press")))
            .id();
    Asset press =
        crm.get(Assets.class)
            .register(
                RegisterAsset.thirdParty(
                    customer, AssetIdentity.ofModel("Heidelberg", "Speedmaster")));
    Warranties warranties = crm.get(Warranties.class);
    LocalDate misread = LocalDate.of(2026, 1, 7);
    LocalDate installedOn = LocalDate.of(2026, 1, 17);
    Warranty granted =
        warranties.grant(new GrantWarranty(press.id(), WarrantyTerms.from(misread, "full", 12)));
    Instant then = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(1));
    Instant now = crm.clock().instant();

    // begin docs/assets.md
    Warranty corrected =
        warranties.correct(
            new CorrectWarranty(granted.id(), granted.version(), installedOn, "report misread"));
    assertThat(warranties.coverOf(press.id(), misread, then)).hasSize(1); // as known before
    assertThat(warranties.coverOf(press.id(), misread, now)).isEmpty(); // as known now
    assertThat(warranties.history(granted.id())).hasSize(2);
    // end docs/assets.md

    assertThat(corrected.cover().endsOn()).isEqualTo(LocalDate.of(2027, 1, 17));
  }
}
