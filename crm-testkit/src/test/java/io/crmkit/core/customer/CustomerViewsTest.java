package io.crmkit.core.customer;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.TenantProfile;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.EndContact;
import io.crmkit.api.customer.contact.MoveContact;
import io.crmkit.api.customer.contact.UpdateContact;
import io.crmkit.api.customer.interaction.InteractionChannel;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.Participant;
import io.crmkit.api.customer.interaction.Promise;
import io.crmkit.api.customer.interaction.RecordInteraction;
import io.crmkit.api.customer.relationship.Relate;
import io.crmkit.api.customer.relationship.RelationshipType;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.customer.view.CustomerView;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.ScreenPop;
import io.crmkit.api.customer.view.Timeline;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.ViewSection;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class CustomerViewsTest {

  private static final TenantProfile SHANGHAI =
      new TenantProfile(ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.CHINESE);

  private static void visit(TestCrm crm, Customer customer, String at, String subject) {
    crm.get(Interactions.class)
        .record(
            RecordInteraction.outbound(customer.id(), InteractionChannel.VISIT, subject)
                .withAt(Instant.parse(at)));
  }

  private static Customer reachable(TestCrm crm, RegisterCustomer command, String number) {
    return crm.get(Customers.class)
        .register(command.withContactPoints(List.of(ContactPoint.phone(number))));
  }

  @OnEveryStorage(setup = BrokenSetup.class)
  void a_broken_plugin_is_named_as_missing_and_spoils_nothing(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");
    visit(crm, hospital, "2020-01-02T00:00:00Z", "a visit");
    CustomerViews views = crm.get(CustomerViews.class);

    Timeline timeline = views.timeline(TimelineQuestion.latest(hospital.id()));
    CustomerView view = views.view(hospital.id());

    assertThat(timeline.missing()).containsExactly("broken");
    assertThat(timeline.entries()).hasSize(2);
    assertThat(view.missing()).containsExactly("broken");
    assertThat(lines(view, "interactions")).hasSize(1);
  }

  @OnEveryStorage
  void the_timeline_tells_the_latest_first(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    visit(crm, hospital, "2020-01-02T00:00:00Z", "second");
    visit(crm, hospital, "2020-01-01T00:00:00Z", "first");
    Contact contact = people.contact(hospital, "Li Wei", null);
    Customer next = people.organization("Next");
    crm.get(Contacts.class)
        .move(MoveContact.of(contact, next.id()).withSince(LocalDate.parse("2020-01-03")));
    crm.get(Relationships.class)
        .relate(
            Relate.of(hospital.id(), RelationshipType.LEGAL_PARENT, next.id())
                .withPeriod(DateSpan.since(LocalDate.parse("2020-01-04"))));

    Timeline timeline =
        crm.get(CustomerViews.class).timeline(TimelineQuestion.latest(hospital.id()));

    assertThat(timeline.missing()).isEmpty();
    assertThat(timeline.entries())
        .extracting(TimelineEntry::kind)
        .containsExactly(
            "registered", "relationship-began", "contact-ended", "interaction", "interaction");
    assertThat(timeline.entries())
        .extracting(e -> e.text().en())
        .anyMatch(t -> t.contains("first"));
    assertThat(
            crm.get(CustomerViews.class)
                .timeline(TimelineQuestion.latest(contact.person()))
                .entries())
        .extracting(e -> e.text().en())
        .contains("left Hospital", "began at Next");
  }

  @OnEveryStorage
  void the_timeline_is_cut_to_the_span_and_the_limit(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");
    for (int day = 1; day <= 5; day++) {
      visit(crm, hospital, "2020-01-0" + day + "T00:00:00Z", "day " + day);
    }
    TimelineQuestion question =
        new TimelineQuestion(
            hospital.id(),
            Instant.parse("2020-01-02T00:00:00Z"),
            Instant.parse("2020-01-05T00:00:00Z"),
            2);

    assertThat(crm.get(CustomerViews.class).timeline(question).entries())
        .extracting(TimelineEntry::occurredAt)
        .containsExactly(
            Instant.parse("2020-01-04T00:00:00Z"), Instant.parse("2020-01-03T00:00:00Z"));
    assertInvalid(() -> crm.get(CustomerViews.class).timeline(question.withLimit(0)), "limit");
    assertThatThrownBy(
            () ->
                crm.get(CustomerViews.class)
                    .timeline(TimelineQuestion.latest(new CustomerId(crm.newId()))))
        .isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void what_a_person_took_part_in_is_on_their_timeline_too(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact contact = people.contact(hospital, "Li Wei", null);
    crm.get(Interactions.class)
        .record(
            RecordInteraction.inbound(hospital.id(), InteractionChannel.PHONE, "a question")
                .withParticipants(List.of(Participant.contact(contact.id()))));

    assertThat(
            crm.get(CustomerViews.class)
                .timeline(TimelineQuestion.latest(contact.person()))
                .entries())
        .extracting(TimelineEntry::kind)
        .contains("interaction");
  }

  @OnEveryStorage
  void the_view_shows_contacts_relationships_interactions_and_promises(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Customer group = people.organization("Group");
    people.contact(hospital, "Li Wei", null);
    crm.get(Relationships.class)
        .relate(Relate.of(hospital.id(), RelationshipType.LEGAL_PARENT, group.id()));
    crm.get(Interactions.class)
        .record(
            RecordInteraction.inbound(hospital.id(), InteractionChannel.FAX, "a fax")
                .withPromises(List.of(Promise.ours("answer it", LocalDate.parse("2026-12-31")))));

    CustomerView view = crm.get(CustomerViews.class).view(hospital.id());

    assertThat(view.customer()).isEqualTo(hospital);
    assertThat(view.missing()).isEmpty();
    assertThat(lines(view, "contacts")).containsExactly("Li Wei, Li Wei");
    assertThat(lines(view, "relationships")).containsExactly("legal parent: Group");
    assertThat(lines(view, "interactions")).hasSize(1);
    assertThat(lines(view, "promises")).containsExactly("2026-12-31 · we · answer it");
    assertThat(lines(crm.get(CustomerViews.class).view(group.id()), "relationships"))
        .containsExactly("legal parent of: Hospital");
  }

  private static List<String> lines(CustomerView view, String key) {
    return view.section("customers", key).orElseThrow().lines().stream()
        .map(ViewSection.Line::text)
        .map(t -> t.en())
        .toList();
  }

  @OnEveryStorage
  void a_number_in_any_spelling_finds_the_customer_and_its_view(TestCrm crm) {
    crm.profile(SHANGHAI);
    Customer hospital =
        reachable(crm, RegisterCustomer.organization(CustomerName.of("Hospital")), "021-6432 1234");

    for (String spelling : List.of("+862164321234", "(021) 6432 1234", "0086 21 6432 1234")) {
      ScreenPop pop = crm.get(CustomerViews.class).screenPop(spelling);

      assertThat(pop.number()).isEqualTo("+862164321234");
      assertThat(pop.matches()).extracting(ScreenPop.Match::caller).containsExactly(hospital);
      assertThat(pop.matches().get(0).view().sections()).isNotEmpty();
      assertThat(pop.matches().get(0).contact()).isNull();
    }
    assertThat(crm.get(CustomerViews.class).screenPop("021 6432 9999").matches()).isEmpty();
    assertInvalid(() -> crm.get(CustomerViews.class).screenPop("nobody"), "number");
    assertInvalid(() -> crm.get(CustomerViews.class).screenPop("1".repeat(101)), "number");
  }

  @OnEveryStorage
  void everyone_who_has_the_number_is_told(TestCrm crm) {
    String number = "+1 650 253 0000";
    People people = new People(crm);
    Customer switchboard =
        reachable(crm, RegisterCustomer.organization(CustomerName.of("Hospital")), number);
    Customer twoJobs = reachable(crm, RegisterCustomer.person(CustomerName.of("Ann")), number);
    Contacts contacts = crm.get(Contacts.class);
    for (String employer : List.of("One", "Two")) {
      contacts.add(AddContact.of(twoJobs.id(), people.organization(employer).id()));
    }
    Contact atWork =
        contacts.update(
            UpdateContact.of(people.contact(switchboard, "Li Wei", null))
                .withContactPoints(List.of(ContactPoint.phone(number))));
    Contact left =
        contacts.update(
            UpdateContact.of(people.contact(switchboard, "Gone", null))
                .withContactPoints(List.of(ContactPoint.phone(number))));
    contacts.end(EndContact.of(left));

    ScreenPop pop = crm.get(CustomerViews.class).screenPop(number);

    assertThat(pop.total()).isEqualTo(4);
    assertThat(pop.matches())
        .extracting(m -> m.caller().id())
        .containsExactlyInAnyOrder(switchboard.id(), twoJobs.id(), twoJobs.id(), atWork.person());
    assertThat(pop.matches())
        .filteredOn(m -> m.caller().id().equals(atWork.person()))
        .allSatisfy(m -> assertThat(m.view().customer().id()).isEqualTo(switchboard.id()));
  }

  @OnEveryStorage
  void merge_fields_tell_of_customer_and_contact(TestCrm crm) {
    crm.profile(SHANGHAI);
    Customer hospital =
        reachable(
            crm,
            RegisterCustomer.organization(CustomerName.of("Riverside Hospital", "河畔医院")),
            "021 6432 1234");
    Contact contact = new People(crm).contact(hospital, "李伟", null);

    Map<String, Object> customer = crm.get(CustomerViews.class).mergeFields(hospital.id());
    Map<String, Object> person = crm.get(CustomerViews.class).mergeFields(contact.id());

    assertThat(customer)
        .containsEntry("name", "河畔医院")
        .containsEntry("latinName", "Riverside Hospital")
        .containsEntry("phone", "021 6432 1234")
        .doesNotContainKey("website")
        .doesNotContainValue(null);
    assertThat(person)
        .containsEntry("name", "李伟")
        .containsEntry("organization", "河畔医院")
        .containsEntry("title", "李伟");
  }
}
