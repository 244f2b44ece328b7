package io.crmkit.core.customer;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.access.Access;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactChanged;
import io.crmkit.api.customer.contact.ContactEnded;
import io.crmkit.api.customer.contact.ContactMoved;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.EndContact;
import io.crmkit.api.customer.contact.HeldPost;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.InfluenceMap;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.MoveContact;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.customer.contact.Stance;
import io.crmkit.api.customer.contact.UpdateContact;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Refused;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.List;

class ContactsTest {

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @OnEveryStorage
  void everything_said_of_a_contact_is_kept(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact chief = people.contact(hospital, "Chief", null);

    Contact added =
        crm.get(Contacts.class)
            .add(
                AddContact.of(people.person("Li Wei").id(), hospital.id())
                    .withSince(day("2020-02-29"))
                    .withPost(new Post("Buyer", "Purchasing", chief.id()))
                    .withInfluence(new Influence(InfluenceRole.HANDLER, Stance.SUPPORTER, 3))
                    .withContactPoints(List.of(ContactPoint.email("Li@hospital.example"))));

    assertThat(crm.get(Contacts.class).get(added.id())).isEqualTo(added);
    assertThat(added.posts())
        .containsExactly(
            new HeldPost(
                new Post("Buyer", "Purchasing", chief.id()), DateSpan.since(day("2020-02-29"))));
    assertThat(added.contactPoints().get(0).normalized()).isEqualTo("li@hospital.example");
  }

  @OnEveryStorage
  void one_person_may_work_in_several_places(TestCrm crm) {
    People people = new People(crm);
    Customer person = people.person("Li Wei");
    Customer one = people.organization("One");
    Customer two = people.organization("Two");
    Contacts contacts = crm.get(Contacts.class);

    Contact first = contacts.add(AddContact.of(person.id(), one.id()));
    Contact second =
        contacts.add(AddContact.of(person.id(), two.id()).withSince(day("2021-01-01")));

    assertThat(contacts.careerOf(person.id())).containsExactly(first, second);
  }

  @OnEveryStorage
  void nobody_is_a_contact_of_the_same_place_twice_at_a_time(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact contact = people.contact(hospital, "Li Wei", null);
    Fingerprint before = crm.fingerprint();

    assertRefused(
        () -> crm.get(Contacts.class).add(AddContact.of(contact.person(), hospital.id())),
        CustomerReason.CONTACT_OVERLAPS);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void of_two_who_add_the_same_contact_at_once_one_succeeds(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Customer person = people.person("Li Wei");
    Contacts contacts = crm.get(Contacts.class);

    Race<Contact> race = Race.of(4, i -> contacts.add(AddContact.of(person.id(), hospital.id())));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).allMatch(Refused.class::isInstance);
    assertThat(contacts.careerOf(person.id())).hasSize(1);
  }

  @OnEveryStorage
  void only_persons_work_and_only_for_organizations(TestCrm crm) {
    People people = new People(crm);

    assertRefused(
        () ->
            crm.get(Contacts.class)
                .add(
                    AddContact.of(
                        people.organization("Hospital").id(), people.person("Li Wei").id())),
        CustomerReason.NOT_A_PERSON,
        CustomerReason.NOT_AN_ORGANIZATION);
  }

  @OnEveryStorage
  void an_unknown_person_is_not_found_and_faults_are_told_together(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");
    Contacts contacts = crm.get(Contacts.class);

    assertThatThrownBy(
            () -> contacts.add(AddContact.of(new CustomerId(crm.newId()), hospital.id())))
        .isInstanceOf(NotFound.class);
    assertInvalid(
        () ->
            contacts.add(
                AddContact.of(hospital.id(), hospital.id())
                    .withSince(LocalDate.MAX)
                    .withPost(Post.titled("t".repeat(201)))
                    .withInfluence(Influence.unknown().withWeight(6))),
        "since",
        "post.title",
        "influence.weight");
  }

  @OnEveryStorage
  void a_promotion_keeps_the_former_post_as_history(TestCrm crm) {
    People people = new People(crm);
    Contact buyer = people.contact(people.organization("Hospital"), "Buyer", null);

    Contact head =
        crm.get(Contacts.class)
            .changePost(
                ChangePost.of(buyer, Post.titled("Head of purchasing"))
                    .withSince(day("2024-07-01")));

    assertThat(head.id()).isEqualTo(buyer.id());
    assertThat(head.postOn(day("2024-06-30")).orElseThrow().title()).isEqualTo("Buyer");
    assertThat(head.postOn(day("2024-07-01")).orElseThrow().title())
        .isEqualTo("Head of purchasing");
    assertThat(crm.get(Contacts.class).get(buyer.id())).isEqualTo(head);
    assertThat(crm.events(ContactChanged.class)).hasSize(1);
  }

  @OnEveryStorage
  void a_post_that_begins_before_the_latest_one_is_refused(TestCrm crm) {
    People people = new People(crm);
    Contacts contacts = crm.get(Contacts.class);
    Contact head =
        contacts.changePost(
            ChangePost.of(people.contact(people.organization("X"), "Buyer", null), Post.titled("H"))
                .withSince(day("2024-07-01")));

    assertRefused(
        () ->
            contacts.changePost(
                ChangePost.of(head, Post.titled("Boss")).withSince(day("2024-06-30"))),
        CustomerReason.BEFORE_BEGIN);
    assertThat(
            contacts
                .changePost(ChangePost.of(head, Post.titled("Boss")).withSince(day("2024-07-01")))
                .posts())
        .hasSize(2);
  }

  @OnEveryStorage
  void whoever_changes_the_employer_leaves_history_at_both(TestCrm crm) {
    People people = new People(crm);
    Customer next = people.organization("Next");
    Contacts contacts = crm.get(Contacts.class);
    Contact former =
        contacts.update(
            UpdateContact.of(people.contact(people.organization("Former"), "Li Wei", null))
                .withInfluence(new Influence(InfluenceRole.DECISION_MAKER, Stance.SUPPORTER, 5)));

    Contact began =
        contacts.move(
            MoveContact.of(former, next.id())
                .withSince(day("2025-03-01"))
                .withPost(Post.titled("Director")));

    Contact ended = contacts.get(former.id());
    assertThat(ended.period()).isEqualTo(new DateSpan(null, day("2025-03-01")));
    assertThat(ended.posts().get(0).period().until()).isEqualTo(day("2025-03-01"));
    assertThat(began.period()).isEqualTo(DateSpan.since(day("2025-03-01")));
    assertThat(began.influence()).isEqualTo(new Influence(null, Stance.SUPPORTER, null));
    assertThat(contacts.careerOf(former.person())).containsExactly(ended, began);
    assertThat(contacts.of(former.organization(), day("2025-02-28"))).containsExactly(ended);
    assertThat(contacts.of(former.organization(), day("2025-03-01"))).isEmpty();
    assertThat(crm.events(ContactMoved.class))
        .containsExactly(
            new ContactMoved(began.id(), former.id(), former.person(), day("2025-03-01")));
    assertThat(crm.events(ContactEnded.class)).hasSize(1);
  }

  @OnEveryStorage
  void a_move_within_the_same_organization_is_a_change_of_post(TestCrm crm) {
    People people = new People(crm);
    Contact contact = people.contact(people.organization("Hospital"), "Li Wei", null);

    assertRefused(
        () -> crm.get(Contacts.class).move(MoveContact.of(contact, contact.organization())),
        CustomerReason.SAME_ORGANIZATION);
  }

  @OnEveryStorage
  void a_move_that_is_wrong_at_both_ends_tells_both(TestCrm crm) {
    People people = new People(crm);
    Contacts contacts = crm.get(Contacts.class);
    Customer next = people.organization("Next");
    Contact former = people.contact(people.organization("Former"), "Li Wei", null);
    Contact stranger = people.contact(people.organization("Elsewhere"), "Stranger", null);
    contacts.add(AddContact.of(former.person(), next.id()));
    Fingerprint before = crm.fingerprint();

    assertRefused(
        () ->
            contacts.move(
                MoveContact.of(former, next.id())
                    .withSuccessor(stranger.id())
                    .withPost(Post.unknown().withReportsTo(stranger.id()))),
        CustomerReason.SUPERIOR_ELSEWHERE,
        CustomerReason.CONTACT_OVERLAPS,
        CustomerReason.SUPERIOR_ELSEWHERE);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void when_somebody_leaves_their_people_report_to_the_successor(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact chief = people.contact(hospital, "Chief", null);
    Contact head = people.contact(hospital, "Head", chief);
    Contact deputy = people.contact(hospital, "Deputy", head);
    Contact clerk = people.contact(hospital, "Clerk", head);
    Contacts contacts = crm.get(Contacts.class);

    contacts.end(EndContact.of(head).withSuccessor(deputy.id()));

    LocalDate today = crm.session().today();
    InfluenceMap map = contacts.influence(hospital.id(), today);
    assertThat(map.find(head.id())).isEmpty();
    assertThat(map.find(deputy.id()).orElseThrow().reportsTo()).isEqualTo(chief.id());
    assertThat(map.find(clerk.id()).orElseThrow().reportsTo()).isEqualTo(deputy.id());
    InfluenceMap yesterday = contacts.influence(hospital.id(), today.minusDays(1));
    assertThat(yesterday.find(clerk.id()).orElseThrow().reportsTo()).isEqualTo(head.id());
    assertThat(crm.events(ContactChanged.class)).hasSize(2);
  }

  @OnEveryStorage
  void without_a_successor_the_empty_place_is_passed_over(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact chief = people.contact(hospital, "Chief", null);
    Contact head = people.contact(hospital, "Head", chief);
    Contact clerk = people.contact(hospital, "Clerk", head);
    Contacts contacts = crm.get(Contacts.class);

    contacts.end(EndContact.of(head));

    InfluenceMap map = contacts.influence(hospital.id(), crm.session().today());
    assertThat(map.find(clerk.id()).orElseThrow().reportsTo()).isEqualTo(chief.id());
    assertRefused(
        () -> contacts.end(EndContact.of(contacts.get(head.id()))), CustomerReason.CONTACT_ENDED);
    assertRefused(() -> people.contact(hospital, "Newcomer", head), CustomerReason.SUPERIOR_ENDED);
  }

  @OnEveryStorage
  void from_any_contact_the_way_leads_up_to_who_decides_and_down_to_who_handles(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact president = people.contact(hospital, "President", null);
    Contact director =
        people.contact(hospital, "Director", InfluenceRole.DECISION_MAKER, president);
    Contact head = people.contact(hospital, "Head", InfluenceRole.EVALUATOR, director);
    Contact clerk = people.contact(hospital, "Clerk", InfluenceRole.HANDLER, head);
    Contact nurse = people.contact(hospital, "Nurse", InfluenceRole.USER, director);
    Contacts contacts = crm.get(Contacts.class);

    InfluenceMap map = contacts.influence(hospital.id(), crm.session().today());

    assertThat(map.upToDecisionMaker(clerk.id()).orElseThrow().nodes())
        .extracting(InfluenceMap.Node::contact)
        .containsExactly(clerk.id(), head.id(), director.id());
    assertThat(map.downToHandlers(president.id()).get(0).nodes())
        .extracting(InfluenceMap.Node::contact)
        .containsExactly(president.id(), director.id(), head.id(), clerk.id());
    assertThat(map.downToHandlers(nurse.id())).isEmpty();
    assertThat(map.upToDecisionMaker(president.id()).orElseThrow().found()).isFalse();
    assertThat(map.top()).extracting(InfluenceMap.Node::contact).containsExactly(president.id());
    assertThat(map.find(nurse.id()).orElseThrow().name()).isNotNull();
  }

  @OnEveryStorage
  void a_superior_must_work_in_the_same_organization(TestCrm crm) {
    People people = new People(crm);
    Contact stranger = people.contact(people.organization("Elsewhere"), "Stranger", null);

    assertRefused(
        () -> people.contact(people.organization("Hospital"), "Li Wei", stranger),
        CustomerReason.SUPERIOR_ELSEWHERE);
  }

  @OnEveryStorage
  void nobody_reports_to_themselves_however_long_the_way(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact a = people.contact(hospital, "A", null);
    Contact b = people.contact(hospital, "B", a);
    Contact c = people.contact(hospital, "C", b);
    Fingerprint before = crm.fingerprint();

    assertRefused(() -> people.report(a, c), CustomerReason.REPORTING_CYCLE);
    assertRefused(() -> people.report(a, a), CustomerReason.SUPERIOR_ELSEWHERE);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void two_changes_that_together_would_make_a_circle_do_not_both_happen(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact a = people.contact(hospital, "A", null);
    Contact b = people.contact(hospital, "B", a);
    Contact c = people.contact(hospital, "C", null);
    Contact d = people.contact(hospital, "D", c);

    // Alone, each is fine: A below D, C below B. The four are different records.
    Race<Contact> race = Race.of(2, i -> i == 0 ? people.report(a, d) : people.report(c, b));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(1).allMatch(Refused.class::isInstance);
    InfluenceMap map = crm.get(Contacts.class).influence(hospital.id(), crm.session().today());
    assertThat(map.nodes()).hasSize(4);
  }

  @OnEveryStorage
  void contacts_of_an_invisible_organization_are_invisible(TestCrm crm) {
    People people = new People(crm);
    Contact contact = people.contact(people.organization("Hidden"), "Li Wei", null);
    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.KIND.eq(CustomerKind.PERSON))
                : Access.allow());

    assertThat(crm.get(Contacts.class).find(contact.id())).isEmpty();
    assertThat(crm.get(Contacts.class).careerOf(contact.person())).isEmpty();
  }

  @OnEveryStorage
  void a_person_whom_the_caller_may_not_see_has_no_name_in_the_map(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact contact = people.contact(hospital, "Secret", null);
    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.KIND.eq(CustomerKind.ORGANIZATION))
                : Access.allow());

    InfluenceMap map = crm.get(Contacts.class).influence(hospital.id(), crm.session().today());

    assertThat(map.find(contact.id()).orElseThrow().name()).isNull();
  }
}
