package io.crmkit.assets.time;

import static io.crmkit.assets.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetCriteria;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.Recall;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked of the installed base as a whole, on every storage. */
class QuestionsContractTest {

  private static CustomerId customer(TestCrm crm, String name) {
    return crm.get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)))
        .id();
  }

  private static Asset unit(TestCrm crm, CustomerId customer, Product product, String batch) {
    return crm.get(Assets.class)
        .register(
            RegisterAsset.ofOurs(customer, AssetIdentity.ofProduct(product.id()).withBatch(batch)));
  }

  @OnEveryStorage
  void a_recall_finds_every_unit_of_a_batch_and_everybody_who_ever_had_it(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId borg = customer(crm, "Borg");
    Product press = product(crm, "PRESS");
    Instant bought = crm.clock().instant();
    Asset moved = unit(crm, acme, press, "B-7");
    Asset gone = unit(crm, borg, press, "B-7");
    unit(crm, borg, press, "B-8");
    crm.clock().advance(Duration.ofDays(3));
    Instant sold = crm.clock().instant();
    Asset now = crm.get(AssetTransfers.class).transfer(TransferAsset.of(moved, borg));
    Asset retired = crm.get(Assets.class).takeStep(TakeStep.of(gone, AssetStep.RETIRE));

    List<Recall> recalled = new ArrayList<>();
    Query<Asset> question = Query.where(AssetAttributes.BATCH.eq("B-7")).limit(1);
    String next;
    do {
      var page = crm.get(AssetsInTime.class).recall(question);
      recalled.addAll(page.items());
      next = page.next();
      question = question.after(next);
    } while (next != null);

    assertThat(recalled)
        .containsExactlyInAnyOrder(
            new Recall(
                now,
                List.of(
                    new Recall.Holder(acme, bought, sold), new Recall.Holder(borg, sold, null))),
            new Recall(retired, List.of(new Recall.Holder(borg, bought, sold))));
  }

  @OnEveryStorage
  void white_spots_are_customers_who_have_the_one_and_not_the_other(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    CustomerId borg = customer(crm, "Borg");
    CustomerId cyan = customer(crm, "Cyan");
    Product press = product(crm, "PRESS");
    Product kit = product(crm, "KIT");
    unit(crm, acme, press, "1");
    unit(crm, acme, kit, "1");
    unit(crm, borg, press, "1");
    crm.get(Assets.class).takeStep(TakeStep.of(unit(crm, borg, kit, "2"), AssetStep.RETIRE));
    unit(crm, cyan, kit, "1");

    assertThat(
            crm.get(Customers.class)
                .search(
                    Query.where(
                        AssetCriteria.hasProduct(press.id())
                            .and(Criteria.not(AssetCriteria.hasProduct(kit.id())))))
                .items())
        .extracting(Customer::id)
        .containsExactly(borg);
  }

  @OnEveryStorage
  void units_are_counted_by_any_attribute(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    Product press = product(crm, "PRESS");
    Product kit = product(crm, "KIT");
    unit(crm, acme, press, "1");
    unit(crm, acme, press, "2");
    crm.get(Assets.class).takeStep(TakeStep.of(unit(crm, acme, kit, "2"), AssetStep.RETIRE));
    crm.get(Assets.class)
        .register(RegisterAsset.thirdParty(acme, AssetIdentity.ofModel("Other", "X")));
    TestCrm other = crm.otherTenant();
    unit(other, customer(other, "Else"), product(other, "P"), "1");
    Assets assets = crm.get(Assets.class);

    assertThat(assets.count(Criteria.all())).isEqualTo(4);
    assertThat(assets.countBy(AssetAttributes.PRODUCT, Criteria.all()))
        .isEqualTo(Map.of(press.id(), 2L, kit.id(), 1L));
    assertThat(assets.countBy(AssetAttributes.STATUS, Criteria.all()))
        .isEqualTo(Map.of(AssetStatus.IN_OPERATION, 3L, AssetStatus.RETIRED, 1L));
    assertThat(assets.countBy(AssetAttributes.BATCH, AssetCriteria.installedBase()))
        .isEqualTo(Map.of("1", 1L, "2", 1L));
    assertThat(assets.countBy(AssetAttributes.REVISION, Criteria.all())).isEqualTo(Map.of(1, 3L));
    List<Asset> exported = new ArrayList<>();
    assets.export(Criteria.all(), exported::addAll);
    assertThat(exported).hasSize(4);
  }

  @OnEveryStorage
  void nobody_counts_by_what_is_hidden(TestCrm crm) {
    unit(crm, customer(crm, "Acme"), product(crm, "PRESS"), "1");
    crm.policy(
        AccessPolicy.allowAll()
            .withFields(
                (tenant, actor, type) ->
                    type == Asset.class
                        ? FieldAccess.none().hiding("identity.batch")
                        : FieldAccess.none()));

    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> crm.get(Assets.class).countBy(AssetAttributes.BATCH, Criteria.all()));
  }

  @OnEveryStorage
  void cover_that_ends_soon_is_found_to_the_day(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    Product press = product(crm, "PRESS");
    Asset unit = unit(crm, acme, press, "1");
    unit(crm, acme, press, "2");
    crm.get(Warranties.class)
        .grant(
            new GrantWarranty(unit.id(), WarrantyTerms.from(LocalDate.of(2026, 1, 31), "full", 1)));
    Assets assets = crm.get(Assets.class);
    LocalDate last = LocalDate.of(2026, 2, 27);

    assertThat(assets.count(AssetCriteria.underWarranty(last))).isEqualTo(1);
    assertThat(assets.count(AssetCriteria.underWarranty(last.plusDays(1)))).isZero();
    assertThat(assets.count(AssetCriteria.underWarranty(LocalDate.of(2026, 1, 30)))).isZero();
    assertThat(assets.count(AssetCriteria.warrantyEndingWithin(last.minusDays(9), 10)))
        .isEqualTo(1);
    assertThat(assets.count(AssetCriteria.warrantyEndingWithin(last.minusDays(10), 10))).isZero();
    assertThat(assets.count(Criteria.not(AssetCriteria.underWarranty(last)))).isEqualTo(1);
  }
}
