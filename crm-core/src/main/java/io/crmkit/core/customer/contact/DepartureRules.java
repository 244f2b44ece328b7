package io.crmkit.core.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactEnded;
import io.crmkit.api.customer.contact.HeldPost;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.core.customer.contact.ContactRules.Staff;
import io.crmkit.core.customer.contact.PostRules.Asked;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody leaves an organization. Those who reported to them report to the successor from then on;
 * a successor who was among them takes over the leaver's superior. Without a successor the lines
 * stay as they are, and the influence map passes over the empty place.
 */
final class DepartureRules {

  /**
   * What becomes of the organization's contacts.
   *
   * @param ended the one who leaves
   * @param rerouted those who report to somebody else from then on
   */
  record Departure(Contact ended, List<Contact> rerouted) {
    Departure {
      rerouted = List.copyOf(rerouted);
    }
  }

  private DepartureRules() {}

  static Decision<Departure> leave(
      Contact before, LocalDate until, @Nullable ContactId successor, Staff staff) {
    List<Reason> reasons = new ArrayList<>(reasons(before, until));
    if (successor != null) {
      PostRules.superior("successor", successor, new Asked(until, before.id()), staff.colleagues())
          .ifPresent(reasons::add);
    }
    if (!reasons.isEmpty()) {
      return new Decision.Rejected<>(reasons);
    }
    Contact ended = PostRules.ended(before, until);
    List<Contact> rerouted =
        successor == null ? List.of() : rerouted(ended, until, successor, staff);
    List<Contact> changed = new ArrayList<>(rerouted);
    changed.add(ended);
    List<Reason> circle = PostRules.circle(changed, staff.colleagues()).stream().toList();
    return Decision.unless(
        circle, () -> new Decision.Accepted<>(new Departure(ended, rerouted), events(changed)));
  }

  private static List<Reason> reasons(Contact before, LocalDate until) {
    List<Reason> reasons = new ArrayList<>();
    LocalDate ended = before.period().until();
    if (ended != null) {
      reasons.add(Reason.of(CustomerReason.CONTACT_ENDED).with("until", ended));
    }
    LocalDate from = before.posts().get(before.posts().size() - 1).period().from();
    if (from != null && !from.isBefore(until)) {
      reasons.add(Reason.of(CustomerReason.BEFORE_BEGIN).with("date", until).with("from", from));
    }
    return reasons;
  }

  private static List<Contact> rerouted(
      Contact leaver, LocalDate day, ContactId successor, Staff staff) {
    return staff.colleagues().stream()
        .filter(c -> leaver.id().equals(c.post().reportsTo()) && isThere(c, day))
        .map(
            c ->
                reporting(c, c.id().equals(successor) ? leaver.post().reportsTo() : successor, day))
        .toList();
  }

  private static boolean isThere(Contact contact, LocalDate day) {
    LocalDate until = contact.period().until();
    return until == null || day.isBefore(until);
  }

  /** The contact with another superior from that day on, or throughout a post that begins later. */
  private static Contact reporting(Contact contact, @Nullable ContactId to, LocalDate day) {
    HeldPost latest = contact.posts().get(contact.posts().size() - 1);
    Post post = latest.post().withReportsTo(to);
    LocalDate from = latest.period().from();
    LocalDate since = from != null && from.isAfter(day) ? from : day;
    return PostRules.withPost(contact, post, since);
  }

  private static List<CrmEvent> events(List<Contact> changed) {
    List<CrmEvent> events = new ArrayList<>();
    for (Contact contact : changed.subList(0, changed.size() - 1)) {
      events.add(ContactRules.changed(contact, List.of("posts")));
    }
    Contact ended = changed.get(changed.size() - 1);
    LocalDate until = ended.period().until();
    if (until != null) {
      events.add(new ContactEnded(ended.id(), ended.person(), ended.organization(), until));
    }
    return events;
  }
}
