package io.crmkit.verification.cover;

import static io.crmkit.verification.cover.CoverLab.active;
import static io.crmkit.verification.cover.CoverLab.check;
import static io.crmkit.verification.cover.CoverLab.customer;
import static io.crmkit.verification.cover.CoverLab.level;
import static io.crmkit.verification.cover.CoverLab.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.Entitlements;
import io.crmkit.api.service.entitlement.UncoveredQuestion;
import io.crmkit.api.service.entitlement.UncoveredUnit;
import io.crmkit.api.site.CreateSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.SiteReason;
import io.crmkit.api.site.Sites;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.util.List;

/** Contracts that cover what stands at a site, on every storage. */
class SiteCoverageContractTest {

  private static Site site(TestCrm crm, CustomerId customer, String name) {
    return crm.get(Sites.class).create(CreateSite.of(customer, name));
  }

  private static Asset at(TestCrm crm, Asset unit, Site site) {
    return crm.get(Assets.class).move(MoveAsset.of(unit, unit.placement().withSiteId(site.id())));
  }

  private static Asset partOf(TestCrm crm, Asset whole) {
    return crm.get(Assets.class)
        .register(
            RegisterAsset.ofOurs(whole.customer(), AssetIdentity.ofModel("Acme", "Fan"))
                .withPlacement(Placement.within(whole.id(), UnitRole.PART)));
  }

  private static boolean covered(TestCrm crm, Asset unit) {
    return check(crm, unit.customer(), unit.id(), crm.session().today()).applying().isPresent();
  }

  private static List<ReasonCode> refusals(Runnable call) {
    return catchThrowableOfType(Refused.class, call::run).reasons().stream()
        .map(Reason::code)
        .toList();
  }

  @OnEveryStorage
  void what_stands_at_the_site_is_covered_with_all_that_is_within(TestCrm crm) {
    CustomerId customer = customer(crm, "Acme");
    Site plant = site(crm, customer, "Plant");
    Asset press = at(crm, machine(crm, customer), plant);
    Asset fan = partOf(crm, press);
    Asset elsewhere = machine(crm, customer);
    active(crm, level(crm), customer, CoverageItem.site(plant.id()));

    assertThat(covered(crm, press)).isTrue();
    assertThat(covered(crm, fan)).isTrue();
    assertThat(covered(crm, elsewhere)).isFalse();
  }

  @OnEveryStorage
  void a_unit_is_covered_as_long_as_it_stands_there(TestCrm crm) {
    CustomerId customer = customer(crm, "Acme");
    Site plant = site(crm, customer, "Plant");
    Asset press = at(crm, machine(crm, customer), plant);
    active(crm, level(crm), customer, CoverageItem.site(plant.id()));

    Asset moved = at(crm, press, site(crm, customer, "Depot"));

    assertThat(covered(crm, moved)).isFalse();
  }

  @OnEveryStorage
  void the_list_of_uncovered_units_knows_sites(TestCrm crm) {
    CustomerId customer = customer(crm, "Acme");
    Site plant = site(crm, customer, "Plant");
    Asset press = at(crm, machine(crm, customer), plant);
    partOf(crm, press);
    Asset elsewhere = machine(crm, customer);
    active(crm, level(crm), customer, CoverageItem.site(plant.id()));

    assertThat(
            crm.get(Entitlements.class)
                .uncovered(UncoveredQuestion.withoutContract(crm.session().today()))
                .items())
        .extracting(UncoveredUnit::asset)
        .containsExactly(elsewhere.id());
  }

  @OnEveryStorage
  void a_need_without_a_unit_may_name_the_site(TestCrm crm) {
    CustomerId customer = customer(crm, "Acme");
    Site plant = site(crm, customer, "Plant");
    active(crm, level(crm), customer, CoverageItem.site(plant.id()));
    Entitlements entitlements = crm.get(Entitlements.class);

    assertThat(
            entitlements
                .check(
                    new CoverageQuestion(
                        customer, null, null, null, crm.session().today(), plant.id()))
                .applying())
        .isPresent();
    assertThat(
            entitlements
                .check(new CoverageQuestion(customer, null, null, null, crm.session().today()))
                .applying())
        .isEmpty();
  }

  @OnEveryStorage
  void a_site_that_there_is_not_is_refused_with_its_line(TestCrm crm) {
    CustomerId customer = customer(crm, "Acme");
    SiteId nowhere = new SiteId(crm.newId());

    assertThat(refusals(() -> active(crm, level(crm), customer, CoverageItem.site(nowhere))))
        .containsExactly(SiteReason.SITE_UNKNOWN);
  }

  @OnEveryStorage
  void another_customers_site_is_refused(TestCrm crm) {
    CustomerId customer = customer(crm, "Acme");
    Site strange = site(crm, customer(crm, "Other"), "Plant");

    assertThat(refusals(() -> active(crm, level(crm), customer, CoverageItem.site(strange.id()))))
        .containsExactly(SiteReason.SITE_OF_ANOTHER_CUSTOMER);
  }

  @OnEveryStorage
  void what_a_contract_covers_is_kept(TestCrm crm) {
    CustomerId customer = customer(crm, "Acme");
    Site plant = site(crm, customer, "Plant");

    ServiceContract contract = active(crm, level(crm), customer, CoverageItem.site(plant.id()));

    assertThat(crm.get(ServiceContracts.class).get(contract.id()).coverage())
        .containsExactly(CoverageItem.site(plant.id()));
  }
}
