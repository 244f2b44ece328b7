package io.crmkit.verification.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.access.Access;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.util.List;

/** Criteria that look at other records than those that are searched find out nothing hidden. */
class JoinedCriteriaContractTest {

  @OnEveryStorage
  void a_hidden_customer_cannot_be_guessed_through_a_visible_deal(TestCrm crm) {
    Samples given = new Samples(crm.session());
    Opportunity acme = given.opportunity(given.organization("Acme"));
    Opportunity secret = given.opportunity(given.organization("Secret Works"));
    Criteria<Opportunity> guess =
        Criteria.ref(
            OpportunityAttributes.CUSTOMER,
            Customer.class,
            Criteria.startsWith(CustomerAttributes.LATIN_NAME, "Sec"));
    assertThat(found(crm, guess)).containsExactly(secret);

    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.LATIN_NAME.eq("Acme"))
                : Access.allow());

    assertThat(found(crm, guess)).isEmpty();
    assertThat(found(crm, Criteria.not(guess))).containsExactlyInAnyOrder(acme, secret);
    assertThat(crm.get(Opportunities.class).page(Query.everything()).items()).hasSize(2);
  }

  private static List<Opportunity> found(TestCrm crm, Criteria<Opportunity> where) {
    return crm.get(Opportunities.class).page(Query.where(where)).items();
  }

  @OnEveryStorage
  void what_hangs_below_a_hidden_unit_is_not_found_by_it(TestCrm crm) {
    Samples given = new Samples(crm.session());
    Customer acme = given.organization("Acme");
    Asset machine = given.asset(acme, "SN-1");
    Asset part =
        given.asset(
            acme,
            "SN-2",
            command -> command.withPlacement(Placement.within(machine.id(), UnitRole.PART)));
    Query<Asset> below = Query.where(Criteria.below(AssetAttributes.PARENT, machine.id()));
    assertThat(crm.get(Assets.class).search(below).items()).containsExactly(part);

    crm.policy(
        request ->
            request.entity() == Asset.class
                ? Access.only(AssetAttributes.ID.eq(part.id()))
                : Access.allow());

    assertThat(crm.get(Assets.class).search(below).items()).isEmpty();
  }
}
