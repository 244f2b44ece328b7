package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.Refused;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the examples of docs/basics.md. */
class BasicsPageTest {

  private final Crm crm = Crm.builder(policy()).open();

  @AfterEach
  void close() {
    crm.close();
  }

  // begin docs/basics.md
  static AccessPolicy policy() {
    return request -> {
      if (request.actor().roles().contains("manager")) {
        return Access.allow();
      }
      if (request.operation() == Operation.DELETE) {
        return Access.deny("only managers delete");
      }
      return request.entity() == Opportunity.class
          ? Access.only(OpportunityAttributes.OWNER.eq(request.actor().id()))
          : Access.allow();
    };
  }

  // end docs/basics.md

  private CrmSession lily() {
    // begin docs/basics.md
    Actor lily = new Actor("lily", Set.of("sales"), null); // on nobody's behalf
    CrmSession session = crm.session(new TenantId("acme"), lily);
    // end docs/basics.md
    return session;
  }

  private static RegisterCustomer hospital(String name, int employees) {
    return RegisterCustomer.organization(CustomerName.of(name))
        .withProfile(CustomerProfile.unknown().withSector("medical").withEmployees(employees));
  }

  private static Opportunity opened(CrmSession session) {
    SalesExample.pipeline(session);
    // begin docs/basics.md
    Opportunity opened =
        session.transaction(
            s -> {
              Customer customer = s.get(Customers.class).register(hospital("Riverside", 1_200));
              return s.get(Opportunities.class)
                  .open(OpenOpportunity.of("X-ray room", customer.id()));
            });
    // end docs/basics.md
    return opened;
  }

  @Test
  void everybodySeesTheirOwnAndManagersSeeAll() {
    Opportunity opened = opened(lily());
    CrmSession max = crm.session(new TenantId("acme"), Actor.of("max"));
    CrmSession boss = crm.session(new TenantId("acme"), new Actor("boss", Set.of("manager"), null));

    assertThat(max.get(Opportunities.class).find(opened.id())).isEmpty();
    assertThat(boss.get(Opportunities.class).find(opened.id())).contains(opened);
  }

  @Test
  void aSearchGoesFromPageToPage() {
    CrmSession session = lily();
    Customers customers = session.get(Customers.class);
    for (int i = 0; i < 60; i++) {
      customers.register(hospital("Hospital " + i, 400 + i * 10));
    }
    List<Customer> found = new ArrayList<>();

    // begin docs/basics.md
    Criteria<Customer> large =
        CustomerAttributes.SECTOR.eq("medical").and(CustomerAttributes.EMPLOYEES.atLeast(500));
    Query<Customer> query =
        Query.where(large).orderBy(CustomerAttributes.LATIN_NAME.ascending()).limit(20);
    Page<Customer> page = customers.search(query);
    found.addAll(page.items());
    while (page.next() != null) {
      page = customers.search(query.after(page.next()));
      found.addAll(page.items());
    }
    // end docs/basics.md
    assertThat(found).hasSize(50);

    List<Customer> exported = new ArrayList<>();
    // begin docs/basics.md
    customers.export(large, chunk -> exported.addAll(chunk));
    // end docs/basics.md
    assertThat(exported).containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void aRefusalTellsAllItsReasons() {
    CrmSession session = lily();
    Opportunity opened = opened(session);
    Opportunities opportunities = session.get(Opportunities.class);
    List<String> shown = new ArrayList<>();

    // begin docs/basics.md
    try {
      opportunities.advance(new AdvanceOpportunity(opened.id(), opened.version(), "offer"));
    } catch (Refused refused) {
      refused.reasons().forEach(r -> shown.add(r.code().code() + ": " + r.message(Locale.ENGLISH)));
    }
    // end docs/basics.md

    assertThat(Pages.blocks(Pages.text("docs/basics.md")))
        .extracting(Pages.Block::text)
        .contains(String.join("\n", shown));
  }

  @Test
  void whoMayNotDoSomethingIsToldSo() {
    try (Crm closed = Crm.builder(request -> Access.deny("closed today")).open()) {
      Customers customers =
          closed.session(new TenantId("acme"), Actor.of("max")).get(Customers.class);

      assertThatThrownBy(() -> customers.register(hospital("Riverside", 1)))
          .isInstanceOf(AccessDenied.class);
    }
  }

  @Test
  void thePageNamesEveryError() {
    String page = Pages.text("docs/basics.md");

    assertThat(CrmException.class.getPermittedSubclasses())
        .hasSizeGreaterThan(5)
        .allSatisfy(error -> assertThat(page).contains("| `" + error.getSimpleName() + "` |"));
  }
}
