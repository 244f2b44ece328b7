package io.crmkit.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.customer.contact.UpdateContact;
import io.crmkit.api.error.Refused;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import io.crmkit.core.customer.contact.ContactEntity;
import io.crmkit.core.customer.registry.CustomerEntity;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.AuditReplay;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;

/**
 * Customers, contacts and opportunities under random commands: the audit alone tells what each of
 * them was at each version, whatever path wrote it.
 */
class SalesAuditContractTest {

  private static final int COMMANDS = 60;
  private static final List<String> STAGES = List.of("prospecting", "engaging", "offer", "lost");

  private final Map<EntityRef, List<SortedMap<String, String>>> states = new LinkedHashMap<>();
  private final List<Customer> organizations = new ArrayList<>();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<Opportunity> opportunities = new ArrayList<>();
  private Random random = new Random(0);

  private <E> E wrote(Entity<E> entity, EntityId id, E row) {
    SortedMap<String, String> flat = AuditReplay.flat(entity, row);
    List<SortedMap<String, String>> known =
        states.computeIfAbsent(EntityRef.of(entity.name(), id), r -> new ArrayList<>());
    if (known.isEmpty() || !known.get(known.size() - 1).equals(flat)) {
      known.add(flat);
    }
    return row;
  }

  private int any(List<?> list) {
    return random.nextInt(list.size());
  }

  private String word() {
    return "w" + random.nextInt(5);
  }

  private List<ContactPoint> points() {
    List<ContactPoint> points = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      points.add(
          random.nextBoolean()
              ? ContactPoint.email(word() + i + "@example.org")
              : ContactPoint.phone("+49 89 12345" + random.nextInt(9) + i));
    }
    return points;
  }

  private Customer register(TestCrm crm, RegisterCustomer command) {
    Customer customer =
        crm.get(Customers.class).register(command.withContactPoints(points()));
    return wrote(CustomerEntity.CUSTOMERS, customer.id(), customer);
  }

  private void command(TestCrm crm) {
    switch (organizations.isEmpty() ? 0 : random.nextInt(8)) {
      case 0 ->
          organizations.add(
              register(crm, RegisterCustomer.organization(CustomerName.of("Firm " + word()))));
      case 1 -> contact(crm);
      case 2 -> open(crm);
      case 3 -> updateCustomer(crm);
      case 4 -> changeContact(crm);
      case 5, 6 -> amend(crm);
      default -> advance(crm);
    }
  }

  private void contact(TestCrm crm) {
    Customer person = register(crm, RegisterCustomer.person(CustomerName.of("王 " + word())));
    Contact contact =
        crm.get(Contacts.class)
            .add(
                AddContact.of(person.id(), organizations.get(any(organizations)).id())
                    .withContactPoints(points()));
    contacts.add(wrote(ContactEntity.CONTACTS, contact.id(), contact));
  }

  private void open(TestCrm crm) {
    Opportunity opened =
        crm.get(Opportunities.class)
            .open(OpenOpportunity.of(word(), organizations.get(any(organizations)).id()));
    opportunities.add(wrote(OpportunityEntities.OPPORTUNITIES, opened.id(), opened));
  }

  private void updateCustomer(TestCrm crm) {
    int which = any(organizations);
    UpdateCustomer change = UpdateCustomer.of(organizations.get(which));
    Customer changed =
        crm.get(Customers.class)
            .update(
                random.nextBoolean()
                    ? change.withContactPoints(points())
                    : change.withName(CustomerName.of("Firm " + word(), "公司" + word())));
    organizations.set(which, wrote(CustomerEntity.CUSTOMERS, changed.id(), changed));
  }

  private void changeContact(TestCrm crm) {
    if (contacts.isEmpty()) {
      return;
    }
    int which = any(contacts);
    Contact contact = contacts.get(which);
    Contact changed =
        random.nextBoolean()
            ? crm.get(Contacts.class).changePost(ChangePost.of(contact, Post.titled(word())))
            : crm.get(Contacts.class)
                .update(
                    UpdateContact.of(contact)
                        .withInfluence(Influence.of(InfluenceRole.values()[random.nextInt(2)]))
                        .withContactPoints(points()));
    contacts.set(which, wrote(ContactEntity.CONTACTS, changed.id(), changed));
  }

  private void amend(TestCrm crm) {
    if (opportunities.isEmpty()) {
      return;
    }
    int which = any(opportunities);
    Deal deal =
        Deal.unknown()
            .withAmount(random.nextBoolean() ? null : Money.of(random.nextInt(99), "EUR"))
            .withExpectedClose(SalesFixture.DAY.plusDays(random.nextInt(3)));
    Opportunity changed =
        crm.get(Opportunities.class)
            .amend(
                AmendOpportunity.of(opportunities.get(which))
                    .withName(word())
                    .withDeal(deal)
                    .withAnswers(Map.of(word(), word())));
    opportunities.set(
        which, wrote(OpportunityEntities.OPPORTUNITIES, changed.id(), changed));
  }

  /** Many moves are refused, and leave nothing. */
  private void advance(TestCrm crm) {
    if (opportunities.isEmpty()) {
      return;
    }
    int which = any(opportunities);
    Opportunity before = opportunities.get(which);
    try {
      Opportunity moved =
          crm.get(Opportunities.class)
              .advance(
                  new AdvanceOpportunity(
                      before.id(), before.version(), STAGES.get(any(STAGES))));
      opportunities.set(which, wrote(OpportunityEntities.OPPORTUNITIES, moved.id(), moved));
    } catch (Refused refused) {
      assertThat(refused.reasons()).isNotEmpty();
    }
  }

  @OnEveryStorage
  void the_audit_alone_tells_every_version_of_every_record(TestCrm crm) {
    states.clear();
    organizations.clear();
    contacts.clear();
    opportunities.clear();
    random = crm.random();
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.openPipeline()));

    for (int i = 0; i < COMMANDS; i++) {
      command(crm);
      crm.clock().advance(Duration.ofHours(7));
    }

    AuditLog audit = crm.get(AuditLog.class);
    assertThat(states.values()).anyMatch(versions -> versions.size() > 2);
    assertThat(List.of(organizations, contacts, opportunities)).noneMatch(List::isEmpty);
    states.forEach(
        (ref, versions) ->
            assertThat(AuditReplay.states(audit.historyOf(ref))).as("%s", ref).isEqualTo(versions));
  }
}
