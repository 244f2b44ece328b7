package io.crmkit.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.customer.ImportReport;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.InfluenceMap;
import io.crmkit.api.customer.contact.InfluencePath;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.MoveContact;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.customer.interaction.Interaction;
import io.crmkit.api.customer.interaction.InteractionChannel;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.KeepPromise;
import io.crmkit.api.customer.interaction.Participant;
import io.crmkit.api.customer.interaction.Promise;
import io.crmkit.api.customer.interaction.RecordInteraction;
import io.crmkit.api.customer.relationship.Hierarchy;
import io.crmkit.api.customer.relationship.HierarchyQuestion;
import io.crmkit.api.customer.relationship.Relate;
import io.crmkit.api.customer.relationship.RelationshipType;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.customer.view.CustomerView;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.ScreenPop;
import io.crmkit.api.customer.view.Timeline;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.List;

/** Runs the examples of docs/customers.md. */
class DocumentedExamplesTest {

  private static Customer hospital(CrmSession session) {
    // begin docs/customers.md
    Customers customers = session.get(Customers.class);
    Customer hospital =
        customers.register(
            RegisterCustomer.organization(CustomerName.of("Riverside Hospital", "河畔医院"))
                .withProfile(CustomerProfile.unknown().withSector("medical").withCountry("CN"))
                .withContactPoints(
                    List.of(
                        ContactPoint.phone("021 6432 1234"),
                        ContactPoint.email("info@riverside.example"))));
    // end docs/customers.md
    return hospital;
  }

  @OnEveryStorage
  void customers_are_registered_and_found(TestCrm crm) {
    CrmSession session = crm.session();
    Customers customers = session.get(Customers.class);
    Customer hospital = hospital(session);

    // begin docs/customers.md
    Customer changed =
        customers.update(
            UpdateCustomer.of(hospital).withProfile(hospital.profile().withEmployees(1_200)));

    assertThat(customers.named("river")).containsExactly(changed); // any name, however written
    assertThat(customers.reachedBy(ContactChannel.PHONE, "+86 21 64321234"))
        .containsExactly(changed); // in any spelling
    assertThat(customers.search(Query.where(CustomerAttributes.SECTOR.eq("medical"))).items())
        .containsExactly(changed);
    // end docs/customers.md
  }

  @OnEveryStorage
  void contacts_have_a_career_and_a_place_in_the_map(TestCrm crm) {
    CrmSession session = crm.session();
    People people = new People(crm);
    Customer hospital = hospital(session);
    Customer clinic = people.organization("Clinic");
    Customer liWei = people.person("李伟");
    Contact head = people.contact(hospital, "Head", null);

    // begin docs/customers.md
    Contacts contacts = session.get(Contacts.class);
    Contact buyer =
        contacts.add(
            AddContact.of(liWei.id(), hospital.id())
                .withSince(LocalDate.parse("2024-02-29"))
                .withPost(new Post("Buyer", "Purchasing", head.id()))
                .withInfluence(Influence.of(InfluenceRole.HANDLER)));
    // end docs/customers.md

    // begin docs/customers.md
    InfluenceMap map = contacts.influence(hospital.id(), session.today());
    InfluencePath up = map.upToDecisionMaker(buyer.id()).orElseThrow(); // else to the top
    List<InfluencePath> down = map.downToHandlers(head.id());
    List<InfluenceMap.Node> deciding = map.playing(InfluenceRole.DECISION_MAKER);
    // end docs/customers.md
    assertThat(up.found()).isFalse();
    assertThat(down).hasSize(1);
    assertThat(deciding).isEmpty();

    // begin docs/customers.md
    Contact promoted =
        contacts.changePost(
            ChangePost.of(buyer, Post.titled("Head of purchasing"))
                .withSince(LocalDate.parse("2025-01-01")));
    contacts.move(MoveContact.of(promoted, clinic.id())); // another employer, from today on
    // end docs/customers.md
    assertThat(contacts.careerOf(liWei.id())).hasSize(2);
  }

  @OnEveryStorage
  void hierarchies_and_interactions_are_read_back(TestCrm crm) {
    CrmSession session = crm.session();
    People people = new People(crm);
    Customer hospital = hospital(session);
    Customer group = people.organization("Group");
    Contact buyer = people.contact(hospital, "Buyer", null);
    // begin docs/customers.md
    Relationships relationships = session.get(Relationships.class);
    relationships.relate(
        Relate.of(hospital.id(), RelationshipType.LEGAL_PARENT, group.id())
            .withPeriod(DateSpan.since(LocalDate.parse("2024-03-01"))));
    Hierarchy legal =
        relationships.hierarchy(
            new HierarchyQuestion(hospital.id(), RelationshipType.LEGAL_PARENT, session.today()));
    assertThat(legal.top()).isEqualTo(group.id());
    // end docs/customers.md

    // begin docs/customers.md
    Interactions interactions = session.get(Interactions.class);
    Interaction call =
        interactions.record(
            RecordInteraction.inbound(hospital.id(), InteractionChannel.PHONE, "Asked for an offer")
                .withParticipants(
                    List.of(Participant.contact(buyer.id()), Participant.staff("lily")))
                .withPromises(
                    List.of(Promise.ours("send the offer", LocalDate.parse("2026-03-06")))));
    interactions.keepPromise(new KeepPromise(call.id(), call.version(), 0));
    assertThat(interactions.withPromisesDueBefore(LocalDate.parse("2026-12-31"))).isEmpty();
    // end docs/customers.md

    // begin docs/customers.md
    CustomerViews views = session.get(CustomerViews.class);
    Timeline timeline = views.timeline(TimelineQuestion.latest(hospital.id()));
    CustomerView view = views.view(hospital.id());
    ScreenPop pop = views.screenPop("+86 21-6432 1234");
    // end docs/customers.md
    assertThat(timeline.entries()).hasSize(3);
    assertThat(view.sections()).isNotEmpty();
    assertThat(pop.matches()).hasSize(1);
  }

  @OnEveryStorage
  void an_import_reports_on_every_row(TestCrm crm) {
    CrmSession session = crm.session();

    // begin docs/customers.md
    ImportReport report =
        session
            .get(CustomerImports.class)
            .take(
                new ImportCustomers(
                    List.of(
                        CustomerRow.organization("acme", CustomerName.of("Acme Corporation")),
                        CustomerRow.organization("bluth", CustomerName.of("Bluth Company"))
                            .withParentExternalId("acme"))));
    assertThat(report.problems()).isEmpty();
    // end docs/customers.md

    assertThat(report.rows()).hasSize(2);
  }
}
