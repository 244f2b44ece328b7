package io.crmkit.assets.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductRevision;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.List;

/** What terms of warranties exclude, and what is no term, on every storage. */
class ExclusionsContractTest {

  @OnEveryStorage
  void what_is_excluded_is_kept_as_granted_and_with_each_revision(TestCrm crm) {
    WarrantyTerms terms =
        WarrantyTerms.fromShipment("full", 24)
            .covering("parts and labour")
            .excluding("wear parts", "damage by frost 冻伤");
    Product product = Samples.product(crm, "P-1", terms);
    Warranty granted = grant(crm, register(crm, AssetStatus.IN_OPERATION), from(terms));

    assertThat(crm.get(Products.class).get(product.id()).content().warranties())
        .containsExactly(terms);
    assertThat(crm.get(Products.class).revisions(product.id()))
        .extracting(ProductRevision::warranties)
        .containsExactly(List.of(terms));
    assertThat(crm.get(Warranties.class).of(granted.asset())).containsExactly(granted);
    assertThat(granted.terms().exclusions()).containsExactly("wear parts", "damage by frost 冻伤");
  }

  private static WarrantyTerms from(WarrantyTerms terms) {
    return WarrantyTerms.from(LocalDate.of(2026, 1, 1), terms.kind(), terms.months())
        .withExclusions(terms.exclusions());
  }

  @OnEveryStorage
  void every_malformed_term_is_named(TestCrm crm) {
    WarrantyTerms bad =
        WarrantyTerms.fromShipment("full", 12)
            .excluding("x".repeat(101), " ", "wear", "wear")
            .startingAtLatest(0);

    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class, () -> grant(crm, register(crm, AssetStatus.SHIPPED), bad));

    assertThat(invalid.faults())
        .extracting(InvalidInput.Fault::path)
        .containsExactly(
            "terms.exclusions[0]",
            "terms.exclusions[1]",
            "terms.exclusions[3]",
            "terms.latestStart",
            "terms.latestStart");
  }

  private static Warranty grant(TestCrm crm, Asset unit, WarrantyTerms terms) {
    return crm.get(Warranties.class).grant(new GrantWarranty(unit.id(), terms));
  }

  private static Asset register(TestCrm crm, AssetStatus status) {
    RegisterAsset command =
        RegisterAsset.ofOurs(Samples.customer(crm), AssetIdentity.ofModel("M", "X"));
    return crm.get(Assets.class).register(command.withLife(command.life().withStatus(status)));
  }
}
