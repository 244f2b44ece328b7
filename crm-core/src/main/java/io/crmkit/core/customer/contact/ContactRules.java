package io.crmkit.core.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactAdded;
import io.crmkit.api.customer.contact.ContactChanged;
import io.crmkit.api.customer.contact.HeldPost;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.UpdateContact;
import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.core.customer.common.DatedTree;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.customer.contact.PostRules.Asked;
import io.crmkit.core.customer.registry.ContactPointRules;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What contacts must be like, and what becomes of them while they last. */
final class ContactRules {

  /**
   * What is known of an organization when one of its contacts changes.
   *
   * @param colleagues everyone who is or was a contact of it
   * @param today the tenant's date
   * @param region the country of telephone numbers without a country code, or null
   */
  record Staff(List<Contact> colleagues, LocalDate today, @Nullable String region) {
    Staff {
      colleagues = List.copyOf(colleagues);
    }
  }

  private ContactRules() {}

  static void check(Faults faults, AddContact command) {
    faults.day("since", command.since());
    PostRules.check(faults, command.post());
    check(faults, command.influence());
    ContactPointRules.check(faults, command.contactPoints());
  }

  static void check(Faults faults, UpdateContact command) {
    if (command.influence() != null) {
      check(faults, command.influence());
    }
    if (command.contactPoints() != null) {
      ContactPointRules.check(faults, command.contactPoints());
    }
  }

  private static void check(Faults faults, Influence influence) {
    faults.range("influence.weight", influence.weight(), 1, 5);
  }

  /** A person becomes a contact; kinds of customers have been looked at before. */
  static Decision<Contact> add(AddContact command, ContactId id, Staff staff) {
    DateSpan period = DateSpan.since(command.since());
    Contact contact =
        new Contact(
            id,
            0,
            command.person(),
            command.organization(),
            period,
            List.of(new HeldPost(PostRules.kept(command.post()), period)),
            command.influence(),
            ContactPointRules.kept(command.contactPoints(), staff.region()),
            CustomValues.none());
    List<Reason> reasons = new ArrayList<>();
    staff.colleagues().stream()
        .filter(c -> c.person().equals(command.person()) && c.period().overlaps(period))
        .findFirst()
        .ifPresent(c -> reasons.add(overlap(c.period())));
    LocalDate day = command.since() == null ? staff.today() : command.since();
    superior(contact, day, staff).ifPresent(reasons::add);
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(
                contact, new ContactAdded(id, contact.person(), contact.organization())));
  }

  private static Reason overlap(DateSpan period) {
    return Reason.of(CustomerReason.CONTACT_OVERLAPS)
        .with("from", DatedTree.told(period.from()))
        .with("until", DatedTree.told(period.until()));
  }

  private static Optional<Reason> superior(Contact contact, LocalDate day, Staff staff) {
    ContactId superior = contact.post().reportsTo();
    return superior == null
        ? Optional.empty()
        : PostRules.superior(
            "post.reportsTo", superior, new Asked(day, contact.id()), staff.colleagues());
  }

  static Decision<Contact> changePost(Contact before, ChangePost command, Staff staff) {
    LocalDate since = command.since() == null ? staff.today() : command.since();
    Contact after = PostRules.withPost(before, PostRules.kept(command.post()), since);
    if (after.equals(before)) {
      return Decision.accept(before);
    }
    List<Reason> reasons = new ArrayList<>(running(before, since));
    // A superior who has left meanwhile does not keep anyone from getting another title.
    if (!Objects.equals(before.post().reportsTo(), after.post().reportsTo())) {
      superior(after, since, staff).ifPresent(reasons::add);
    }
    if (reasons.isEmpty()) {
      PostRules.circle(List.of(after), staff.colleagues()).ifPresent(reasons::add);
    }
    return Decision.unless(reasons, () -> Decision.accept(after, changed(after, List.of("posts"))));
  }

  static ContactChanged changed(Contact contact, List<String> fields) {
    return new ContactChanged(contact.id(), contact.organization(), fields);
  }

  /** Reasons why the contact is not, or no longer, there for a new post on this day. */
  private static List<Reason> running(Contact contact, LocalDate since) {
    List<Reason> reasons = new ArrayList<>();
    LocalDate until = contact.period().until();
    if (until != null && !since.isBefore(until)) {
      reasons.add(Reason.of(CustomerReason.CONTACT_ENDED).with("until", until));
    }
    LocalDate from = contact.posts().get(contact.posts().size() - 1).period().from();
    if (from != null && since.isBefore(from)) {
      reasons.add(Reason.of(CustomerReason.BEFORE_BEGIN).with("date", since).with("from", from));
    }
    return reasons;
  }

  static Decision<Contact> update(Contact before, UpdateContact command, @Nullable String region) {
    Contact after =
        before
            .withInfluence(Objects.requireNonNullElse(command.influence(), before.influence()))
            .withContactPoints(
                command.contactPoints() == null
                    ? before.contactPoints()
                    : ContactPointRules.kept(command.contactPoints(), region));
    List<String> fields = new ArrayList<>();
    if (!before.influence().equals(after.influence())) {
      fields.add("influence");
    }
    if (!before.contactPoints().equals(after.contactPoints())) {
      fields.add("contactPoints");
    }
    return fields.isEmpty()
        ? Decision.accept(before)
        : Decision.accept(after, changed(after, fields));
  }

  /** Whether a contact of this organization can follow on one of another. */
  static Optional<Reason> otherOrganization(Contact before, CustomerId next) {
    return before.organization().equals(next)
        ? Optional.of(Reason.of(CustomerReason.SAME_ORGANIZATION))
        : Optional.empty();
  }
}
