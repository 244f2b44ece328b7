package io.crmkit.verification.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.access.Access;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.util.List;
import java.util.Locale;

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
  void customers_are_found_by_what_other_modules_know_of_them(TestCrm crm) {
    Samples given = new Samples(crm.session());
    Customer acme = given.organization("Acme");
    given.organization("Borg");
    given.request(acme);
    Asset unit = given.asset(given.organization("Cyan"), "SN-7");

    assertThat(
            customers(
                crm,
                Criteria.having(
                    ServiceRequestAttributes.CUSTOMER,
                    ServiceRequestAttributes.STATUS.eq(RequestStatus.NEW))))
        .containsExactly("Acme");
    assertThat(
            customers(
                crm, Criteria.having(AssetAttributes.CUSTOMER, AssetAttributes.ID.eq(unit.id()))))
        .containsExactly("Cyan");
    assertThat(
            customers(crm, Criteria.not(Criteria.having(AssetAttributes.CUSTOMER, Criteria.all()))))
        .containsExactlyInAnyOrder("Acme", "Borg");

    crm.policy(
        request -> request.entity() == Asset.class ? Access.deny("not yours") : Access.allow());
    assertThat(customers(crm, Criteria.having(AssetAttributes.CUSTOMER, Criteria.all()))).isEmpty();
  }

  private static List<String> customers(TestCrm crm, Criteria<Customer> where) {
    return crm.get(Customers.class).search(Query.where(where)).items().stream()
        .map(customer -> customer.name().in(Locale.ENGLISH))
        .toList();
  }

  @OnEveryStorage
  void a_reference_to_something_else_is_malformed(TestCrm crm) {
    assertThatThrownBy(
            () -> customers(crm, Criteria.having(OpportunityAttributes.PIPELINE, Criteria.all())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not refer to a customer.customer");
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

  @OnEveryStorage
  void a_hidden_unit_is_on_no_way_to_the_root(TestCrm crm) {
    Samples given = new Samples(crm.session());
    Customer acme = given.organization("Acme");
    Asset system = given.asset(acme, "SN-1");
    Asset machine =
        given.asset(
            acme, "SN-2", c -> c.withPlacement(Placement.within(system.id(), UnitRole.MACHINE)));
    Asset part =
        given.asset(
            acme, "SN-3", c -> c.withPlacement(Placement.within(machine.id(), UnitRole.PART)));
    Query<Asset> below = Query.where(Criteria.below(AssetAttributes.PARENT, system.id()));
    assertThat(crm.get(Assets.class).search(below).items())
        .containsExactlyInAnyOrder(machine, part);

    crm.policy(
        request ->
            request.entity() == Asset.class
                ? Access.only(AssetAttributes.ID.in(List.of(system.id(), part.id())))
                : Access.allow());

    assertThat(crm.get(Assets.class).search(below).items()).isEmpty();
    assertThat(crm.get(Assets.class).search(Query.everything()).items())
        .containsExactlyInAnyOrder(system, part);
  }
}
