package io.crmkit.testkit.assertion;

import static io.crmkit.testkit.CrmAssertions.assertThat;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.HeldPost;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.customer.contact.Stance;
import io.crmkit.api.field.CustomValues;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactAssertTest {

  private static final CustomerId PERSON = new CustomerId(Failing.ONE);
  private static final CustomerId EMPLOYER = new CustomerId(Failing.OTHER);
  private static final ContactId HEAD = new ContactId(Failing.OTHER);
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final LocalDate PROMOTED = LocalDate.parse("2025-01-01");
  private static final LocalDate GONE = LocalDate.parse("2026-01-01");

  private static Contact contact() {
    return new Contact(
        new ContactId(Failing.ONE),
        1,
        PERSON,
        EMPLOYER,
        new DateSpan(FIRST, GONE),
        List.of(
            new HeldPost(Post.titled("Clerk"), new DateSpan(FIRST, PROMOTED)),
            new HeldPost(new Post("Buyer", null, HEAD), new DateSpan(PROMOTED, GONE))),
        Influence.of(InfluenceRole.HANDLER),
        List.of(ContactPoint.phone("030 1234567").withNormalized("+49301234567")),
        CustomValues.none());
  }

  private static Contact chief() {
    return contact()
        .withPeriod(DateSpan.since(FIRST))
        .withPosts(List.of(new HeldPost(Post.unknown(), DateSpan.since(FIRST))))
        .withInfluence(Influence.unknown());
  }

  @Test
  void what_is_so_passes() {
    assertThat(contact())
        .isPerson(PERSON)
        .worksFor(EMPLOYER)
        .isNotThereOn(FIRST.minusDays(1))
        .isThereOn(FIRST)
        .isThereOn(GONE.minusDays(1))
        .isNotThereOn(GONE)
        .hasTitle("Buyer")
        .hasTitleOn(FIRST, "Clerk")
        .reportsTo(HEAD)
        .plays(InfluenceRole.HANDLER)
        .hasStance(Stance.UNKNOWN)
        .isReachedBy("030 1234567")
        .isReachedBy("+49301234567");
    assertThat(chief()).reportsToNobody();
  }

  @Test
  void a_contact_who_is_not_there_or_still_there_fails_and_tells_since_when() {
    Failing.says(
        "Expected the contact Buyer to be there on <2026-01-01> but it is there"
            + " from <2024-01-01> until before <2026-01-01>",
        () -> assertThat(contact()).isThereOn(GONE));
    Failing.says(
        "Expected the contact without a title not to be there on <2026-01-01> but it is there"
            + " from <2024-01-01>",
        () -> assertThat(chief()).isNotThereOn(GONE));
    Failing.says(
        "Expected the contact without a title not to be there on <2026-01-01> but it is there"
            + " always",
        () -> assertThat(chief().withPeriod(DateSpan.always())).isNotThereOn(GONE));
  }

  @Test
  void another_post_or_superior_fails_and_is_told() {
    Failing.says(
        "Expected the title <Clerk> of the contact Buyer but it is <Buyer>",
        () -> assertThat(contact()).hasTitle("Clerk"));
    Failing.says(
        "Expected the title on 2026-01-01 <Buyer> of the contact Buyer but it has none",
        () -> assertThat(contact()).hasTitleOn(GONE, "Buyer"));
    Failing.says(
        "Expected the superior <" + HEAD + "> of the contact without a title but it has none",
        () -> assertThat(chief()).reportsTo(HEAD));
    Failing.says(
        "Expected no superior of the contact Buyer but it is <" + HEAD + ">",
        () -> assertThat(contact()).reportsToNobody());
  }

  @Test
  void another_person_influence_or_number_fails_and_is_told() {
    Failing.says(
        "Expected the person <" + EMPLOYER + "> of the contact Buyer but it is <" + PERSON + ">",
        () -> assertThat(contact()).isPerson(EMPLOYER));
    Failing.says(
        "Expected the organization <"
            + PERSON
            + "> of the contact Buyer but it is <"
            + EMPLOYER
            + ">",
        () -> assertThat(contact()).worksFor(PERSON));
    Failing.says(
        "Expected the role <USER> of the contact Buyer but it is <HANDLER>",
        () -> assertThat(contact()).plays(InfluenceRole.USER));
    Failing.says(
        "Expected the stance <" + other() + "> of the contact Buyer but it is <UNKNOWN>",
        () -> assertThat(contact()).hasStance(other()));
    Failing.says(
        "Expected the contact Buyer to be reached by <110> but it is reached by [030 1234567]",
        () -> assertThat(contact()).isReachedBy("110"));
  }

  private static Stance other() {
    return List.of(Stance.values()).stream().filter(s -> s != Stance.UNKNOWN).toList().get(0);
  }
}
