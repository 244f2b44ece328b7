package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.customer.contact.Stance;
import io.crmkit.api.field.CustomValues;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Assertions on a contact. */
public final class ContactAssert extends RecordAssert<ContactAssert, Contact> {

  /** For {@code CrmAssertions.assertThat}. */
  public ContactAssert(@Nullable Contact actual) {
    super(actual, ContactAssert.class);
  }

  /** It is this person. */
  public ContactAssert isPerson(CustomerId wanted) {
    isNotNull();
    return same("person", wanted, actual.person());
  }

  /** It is one of this organization. */
  public ContactAssert worksFor(CustomerId wanted) {
    isNotNull();
    return same("organization", wanted, actual.organization());
  }

  /** The person works there on this day. */
  public ContactAssert isThereOn(LocalDate day) {
    isNotNull();
    return holds(
        actual.period().contains(day), "to be there on <" + day + ">", "it is there " + period());
  }

  /** The person does not work there on this day: not yet, or no longer. */
  public ContactAssert isNotThereOn(LocalDate day) {
    isNotNull();
    return holds(
        !actual.period().contains(day),
        "not to be there on <" + day + ">",
        "it is there " + period());
  }

  /** This is the title of the latest post. */
  public ContactAssert hasTitle(String wanted) {
    isNotNull();
    return same("title", wanted, actual.post().title());
  }

  /** This was, is or will be the title on this day. */
  public ContactAssert hasTitleOn(LocalDate day, String wanted) {
    isNotNull();
    return same("title on " + day, wanted, actual.postOn(day).map(Post::title).orElse(null));
  }

  /** The superior in the latest post is this contact. */
  public ContactAssert reportsTo(ContactId wanted) {
    isNotNull();
    return same("superior", wanted, actual.post().reportsTo());
  }

  /** There is no superior in the latest post. */
  public ContactAssert reportsToNobody() {
    isNotNull();
    return none("superior", actual.post().reportsTo());
  }

  /** This is the part usually played in purchases. */
  public ContactAssert plays(InfluenceRole wanted) {
    isNotNull();
    return same("role", wanted, actual.influence().role());
  }

  /** This is what the person thinks of us. */
  public ContactAssert hasStance(Stance wanted) {
    isNotNull();
    return same("stance", wanted, actual.influence().stance());
  }

  /** This number, address or account is at work: as written down, or as it is compared. */
  public ContactAssert isReachedBy(String wanted) {
    isNotNull();
    return holds(
        actual.contactPoints().stream()
            .anyMatch(p -> wanted.equals(p.raw()) || wanted.equals(p.normalized())),
        "to be reached by <" + wanted + ">",
        "it is reached by " + actual.contactPoints().stream().map(ContactPoint::raw).toList());
  }

  private String period() {
    return Words.days(actual.period().from(), actual.period().until());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  /** The name is the person's, whom a contact only refers to. */
  @Override
  String describe() {
    String title = actual.posts().isEmpty() ? null : actual.post().title();
    return title == null ? "the contact without a title" : "the contact " + title;
  }
}
