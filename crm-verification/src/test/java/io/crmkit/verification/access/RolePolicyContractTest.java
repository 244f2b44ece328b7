package io.crmkit.verification.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmSession;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.Right;
import io.crmkit.api.access.RolePolicy;
import io.crmkit.api.access.Standing;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.module.Modules;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** The policy for hosts that have none. */
class RolePolicyContractTest {

  private final Map<String, Standing> directory = new HashMap<>();

  @BeforeEach
  void begin(TestCrm crm) {
    directory.put("lily", Standing.inTeam("north"));
    directory.put("wang", Standing.inTeam("north"));
    directory.put("olga", Standing.inTeam("south"));
    // begin docs/access.md
    AccessPolicy policy =
        RolePolicy.asking((tenant, actor) -> standingOf(actor))
            .role("admin", Right.everything())
            .role(
                "sales",
                Right.reading(Customer.class),
                Right.reading(Opportunity.class).ofTeam(),
                Right.writing(Opportunity.class, Lead.class).own())
            .role("portal", RolePolicy.portal())
            .build();
    // end docs/access.md
    crm.policy(policy);
  }

  private Standing standingOf(Actor actor) {
    return directory.getOrDefault(actor.id(), Standing.none());
  }

  private static CrmSession admin(TestCrm crm) {
    return crm.session("root", "admin");
  }

  private static Opportunity deal(TestCrm crm, Customer customer, String person, String team) {
    return new Samples(admin(crm))
        .opportunity(
            customer,
            command ->
                command
                    .withName(person + "'s deal")
                    .withOwner(new Salesperson(person, team, null)));
  }

  @OnEveryStorage
  void one_reads_what_the_team_has_and_writes_what_is_ones_own(TestCrm crm) {
    Customer acme = new Samples(admin(crm)).organization("Acme");
    Opportunity own = deal(crm, acme, "lily", "north");
    Opportunity colleagues = deal(crm, acme, "wang", "north");
    Opportunity others = deal(crm, acme, "olga", "south");
    Opportunities opportunities = crm.session("lily", "sales").get(Opportunities.class);

    assertThat(opportunities.page(Query.everything()).items())
        .extracting(Opportunity::id)
        .containsExactlyInAnyOrder(own.id(), colleagues.id());
    assertThatThrownBy(() -> opportunities.get(others.id())).isInstanceOf(NotFound.class);
    assertThat(opportunities.amend(renamed(own)).name()).isEqualTo("Renamed");
    assertThatThrownBy(() -> opportunities.amend(renamed(colleagues)))
        .isInstanceOf(AccessDenied.class);
  }

  private static AmendOpportunity renamed(Opportunity opportunity) {
    return AmendOpportunity.of(opportunity).withName("Renamed");
  }

  @OnEveryStorage
  void what_no_role_allows_is_denied_with_a_reason(TestCrm crm) {
    Customer acme = new Samples(admin(crm)).organization("Acme");
    CrmSession lily = crm.session("lily", "sales");

    assertThat(lily.get(Customers.class).get(acme.id())).isEqualTo(acme);
    assertThatThrownBy(() -> new Samples(lily).organization("Borg"))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("no role of lily may create records of Customer");
    assertThatThrownBy(() -> lily.get(Assets.class).search(Query.everything()))
        .isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> lily.get(Modules.class).switchOff("sales"))
        .isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> crm.session("nobody").get(Customers.class).get(acme.id()))
        .isInstanceOf(AccessDenied.class);
  }

  @OnEveryStorage
  void a_portal_user_sees_the_own_company_and_reports_for_it(TestCrm crm) {
    Samples given = new Samples(admin(crm));
    Customer acme = given.organization("Acme");
    Customer borg = given.organization("Borg");
    Asset ours = given.asset(acme, "SN-1");
    Asset theirs = given.asset(borg, "SN-2");
    Contact colleague = given.contact(acme, "Ann Lee");
    given.contact(borg, "Bob Low");
    given.order(acme);
    given.order(borg);
    directory.put("ann", Standing.ofCompany(acme.id()));
    CrmSession ann = crm.session("ann", "portal");

    assertThat(ann.get(Customers.class).count(Criteria.all())).isEqualTo(1);
    assertThat(ann.get(Assets.class).search(Query.everything()).items()).containsExactly(ours);
    assertThat(ann.get(Orders.class).page(Query.everything()).items())
        .singleElement()
        .satisfies(order -> assertThat(order.heading().customer()).isEqualTo(acme.id()));
    assertThat(ann.get(Contacts.class).search(Query.everything()).items())
        .containsExactly(colleague);
    assertThatThrownBy(() -> ann.get(Assets.class).get(theirs.id())).isInstanceOf(NotFound.class);

    ServiceRequest request = new Samples(ann).request(RequestSubject.about(acme.id(), ours.id()));
    assertThat(ann.get(ServiceRequests.class).get(request.id())).isEqualTo(request);
    assertThatThrownBy(() -> new Samples(ann).request(borg)).isInstanceOf(RuntimeException.class);
  }

  @OnEveryStorage
  void a_portal_user_without_a_company_sees_nothing(TestCrm crm) {
    new Samples(admin(crm)).organization("Acme");

    assertThatThrownBy(
            () -> crm.session("ann", "portal").get(Customers.class).count(Criteria.all()))
        .isInstanceOf(AccessDenied.class);
  }

  @OnEveryStorage
  void rights_of_several_roles_add_up(TestCrm crm) {
    Samples given = new Samples(admin(crm));
    Customer acme = given.organization("Acme");
    Asset ours = given.asset(acme, "SN-1");
    deal(crm, acme, "lily", "north");
    directory.put("lily", new Standing("north", null, acme.id()));
    Actor both = new Actor("lily", Set.of("sales", "portal"), null);

    assertThat(crm.session(both).get(Assets.class).search(Query.everything()).items())
        .containsExactly(ours);
    assertThat(crm.session(both).get(Opportunities.class).page(Query.everything()).items())
        .hasSize(1);
  }

  @OnEveryStorage
  void what_crmkit_does_by_itself_is_not_held_up(TestCrm crm) {
    Samples given = new Samples(admin(crm));
    CustomerId acme = given.organization("Acme").id();
    given.won(deal(crm, given.organization("Borg"), "lily", "north"));

    crm.deliver();

    assertThat(admin(crm).get(Customers.class).get(acme)).isNotNull();
  }
}
