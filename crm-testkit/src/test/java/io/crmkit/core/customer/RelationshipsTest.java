package io.crmkit.core.customer;

import static io.crmkit.api.customer.relationship.RelationshipType.BILLING_PARENT;
import static io.crmkit.api.customer.relationship.RelationshipType.LEGAL_PARENT;
import static io.crmkit.api.customer.relationship.RelationshipType.PARTNER;
import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.access.Access;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.relationship.EndRelationship;
import io.crmkit.api.customer.relationship.Hierarchy;
import io.crmkit.api.customer.relationship.HierarchyQuestion;
import io.crmkit.api.customer.relationship.Relate;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.api.customer.relationship.RelationshipBegan;
import io.crmkit.api.customer.relationship.RelationshipEnded;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.error.Refused;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.List;

class RelationshipsTest {

  private static final LocalDate MARCH = LocalDate.parse("2024-03-01");

  private static Relationship below(TestCrm crm, Customer child, Customer parent) {
    return crm.get(Relationships.class).relate(Relate.of(child.id(), LEGAL_PARENT, parent.id()));
  }

  private static Hierarchy legal(TestCrm crm, Customer customer, LocalDate asOf) {
    return crm.get(Relationships.class)
        .hierarchy(new HierarchyQuestion(customer.id(), LEGAL_PARENT, asOf));
  }

  @OnEveryStorage
  void what_was_said_of_a_relationship_is_kept(TestCrm crm) {
    People people = new People(crm);
    Customer one = people.organization("One");
    Customer two = people.organization("Two");
    Relationships relationships = crm.get(Relationships.class);

    Relationship partner =
        relationships.relate(
            new Relate(
                one.id(),
                PARTNER,
                two.id(),
                new DateSpan(LocalDate.parse("2024-02-29"), LocalDate.parse("2025-03-01")),
                "framework agreement"));

    assertThat(relationships.get(partner.id())).isEqualTo(partner);
    assertThat(relationships.of(two.id(), LocalDate.parse("2024-02-29"))).containsExactly(partner);
    assertThat(relationships.of(one.id(), LocalDate.parse("2025-03-01"))).isEmpty();
    assertThat(crm.events(RelationshipBegan.class)).hasSize(1);
  }

  @OnEveryStorage
  void a_hierarchy_is_read_as_of_any_day(TestCrm crm) {
    People people = new People(crm);
    Customer group = people.organization("Group");
    Customer holding = people.organization("Holding");
    Customer works = people.organization("Works");
    Customer shop = people.organization("Shop");
    below(crm, holding, group);
    Relationship first = below(crm, works, holding);
    below(crm, shop, works);
    Relationships relationships = crm.get(Relationships.class);
    relationships.end(EndRelationship.of(first).withUntil(MARCH));
    relationships.relate(
        Relate.of(works.id(), LEGAL_PARENT, group.id()).withPeriod(DateSpan.since(MARCH)));

    assertThat(legal(crm, shop, MARCH.minusDays(1)).above())
        .containsExactly(works.id(), holding.id(), group.id());
    assertThat(legal(crm, shop, MARCH).above()).containsExactly(works.id(), group.id());
    assertThat(legal(crm, shop, MARCH).top()).isEqualTo(group.id());
    assertThat(legal(crm, group, MARCH).below())
        .containsExactlyInAnyOrder(
            new Hierarchy.Node(holding.id(), group.id(), 1),
            new Hierarchy.Node(works.id(), group.id(), 1),
            new Hierarchy.Node(shop.id(), works.id(), 2));
    assertThat(crm.events(RelationshipEnded.class)).hasSize(1);
  }

  @OnEveryStorage
  void each_hierarchy_stands_by_itself(TestCrm crm) {
    People people = new People(crm);
    Customer one = people.organization("One");
    Customer two = people.organization("Two");
    below(crm, one, two);

    crm.get(Relationships.class).relate(Relate.of(two.id(), BILLING_PARENT, one.id()));

    assertThat(legal(crm, two, MARCH).above()).isEmpty();
  }

  @OnEveryStorage
  void nobody_has_two_parents_of_a_kind_at_a_time(TestCrm crm) {
    People people = new People(crm);
    Customer child = people.organization("Child");
    Customer parent = people.organization("Parent");
    Relationship first = below(crm, child, parent);

    assertRefused(
        () -> below(crm, child, people.organization("Other")), CustomerReason.PARENT_EXISTS);
    assertRefused(() -> below(crm, child, parent), CustomerReason.RELATIONSHIP_EXISTS);
    assertRefused(() -> below(crm, child, child), CustomerReason.RELATED_TO_ITSELF);
    assertThat(crm.get(Relationships.class).of(child.id(), MARCH)).containsExactly(first);
  }

  @OnEveryStorage
  void partners_are_partners_from_either_side(TestCrm crm) {
    People people = new People(crm);
    Customer one = people.organization("One");
    Customer two = people.organization("Two");
    Relationships relationships = crm.get(Relationships.class);
    relationships.relate(Relate.of(one.id(), PARTNER, two.id()));

    assertRefused(
        () -> relationships.relate(Relate.of(two.id(), PARTNER, one.id())),
        CustomerReason.RELATIONSHIP_EXISTS);
  }

  @OnEveryStorage
  void a_circle_is_refused_even_if_it_would_close_on_a_single_day(TestCrm crm) {
    People people = new People(crm);
    Customer a = people.organization("A");
    Customer b = people.organization("B");
    Customer c = people.organization("C");
    Relationships relationships = crm.get(Relationships.class);
    below(crm, b, a);
    relationships.relate(
        Relate.of(c.id(), LEGAL_PARENT, b.id()).withPeriod(new DateSpan(MARCH, MARCH.plusDays(1))));
    Fingerprint before = crm.fingerprint();

    var reasons = assertRefused(() -> below(crm, a, c), CustomerReason.HIERARCHY_CYCLE);

    assertThat(reasons.get(0).details()).containsEntry("date", "2024-03-01");
    assertThat(crm.fingerprint()).isEqualTo(before);
    relationships.relate(
        Relate.of(a.id(), LEGAL_PARENT, c.id()).withPeriod(DateSpan.since(MARCH.plusDays(1))));
  }

  @OnEveryStorage
  void two_changes_far_apart_that_together_would_make_a_circle_do_not_both_happen(TestCrm crm) {
    People people = new People(crm);
    Customer a = people.organization("A");
    Customer b = people.organization("B");
    Customer c = people.organization("C");
    Customer d = people.organization("D");
    below(crm, b, a);
    below(crm, d, c);

    Race<Relationship> race = Race.of(2, i -> i == 0 ? below(crm, a, d) : below(crm, c, b));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(1).allMatch(Refused.class::isInstance);
  }

  @OnEveryStorage
  void an_end_comes_once_and_after_the_beginning(TestCrm crm) {
    People people = new People(crm);
    Relationships relationships = crm.get(Relationships.class);
    Relationship partner =
        relationships.relate(
            Relate.of(people.organization("A").id(), PARTNER, people.organization("B").id())
                .withPeriod(DateSpan.since(MARCH)));

    assertRefused(
        () -> relationships.end(EndRelationship.of(partner).withUntil(MARCH)),
        CustomerReason.BEFORE_BEGIN);
    Relationship ended =
        relationships.end(EndRelationship.of(partner).withUntil(MARCH.plusDays(1)));
    assertRefused(
        () -> relationships.end(EndRelationship.of(ended)), CustomerReason.RELATIONSHIP_ENDED);
  }

  @OnEveryStorage
  void faults_are_told_together(TestCrm crm) {
    Customer one = new People(crm).organization("One");
    Relationships relationships = crm.get(Relationships.class);

    assertInvalid(
        () ->
            relationships.relate(
                Relate.of(one.id(), PARTNER, one.id())
                    .withPeriod(new DateSpan(MARCH, MARCH))
                    .withNote("n".repeat(1_001))),
        "period",
        "note");
    assertInvalid(
        () -> relationships.hierarchy(new HierarchyQuestion(one.id(), PARTNER, MARCH)), "type");
  }

  @OnEveryStorage
  void the_way_up_ends_where_the_caller_may_see_no_further(TestCrm crm) {
    People people = new People(crm);
    Customer secret = people.organization("Secret");
    Customer parent = people.organization("Parent");
    Customer child = people.organization("Child");
    below(crm, parent, secret);
    below(crm, child, parent);
    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.LATIN_NAME.in(List.of("Parent", "Child")))
                : Access.allow());

    assertThat(legal(crm, child, MARCH).above()).containsExactly(parent.id());
  }
}
