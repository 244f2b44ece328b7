package io.crmkit.core.customer.contact;

import static io.crmkit.core.customer.common.Faults.clean;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.HeldPost;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.error.Reason;
import io.crmkit.api.value.Label;
import io.crmkit.core.customer.common.DatedTree;
import io.crmkit.core.customer.common.DatedTree.Edge;
import io.crmkit.core.customer.common.Faults;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody is in an organization, one post after the other, and to whom they report. */
final class PostRules {

  private PostRules() {}

  static void check(Faults faults, Post post) {
    faults.line("post.title", post.title(), 200);
    faults.line("post.department", post.department(), 200);
  }

  static Post kept(Post post) {
    return new Post(clean(post.title()), clean(post.department()), post.reportsTo());
  }

  /**
   * The contact with one more post from that day on. A post that begins on the same day as the
   * latest one, or of which nothing at all was known, is replaced.
   */
  static Contact withPost(Contact contact, Post post, LocalDate since) {
    List<HeldPost> posts = new ArrayList<>(contact.posts());
    HeldPost latest = posts.remove(posts.size() - 1);
    boolean nothingKnown = latest.post().equals(Post.unknown());
    if (nothingKnown || since.equals(latest.period().from())) {
      posts.add(latest.withPost(post));
    } else if (!latest.post().equals(post)) {
      posts.add(latest.withPeriod(latest.period().endingBefore(since)));
      posts.add(new HeldPost(post, new DateSpan(since, contact.period().until())));
    } else {
      posts.add(latest);
    }
    return contact.withPosts(posts);
  }

  /** The contact, the latest post of which, and itself, end before that day. */
  static Contact ended(Contact contact, LocalDate until) {
    List<HeldPost> posts = new ArrayList<>(contact.posts());
    HeldPost latest = posts.remove(posts.size() - 1);
    posts.add(latest.withPeriod(latest.period().endingBefore(until)));
    return contact.withPosts(posts).withPeriod(contact.period().endingBefore(until));
  }

  /**
   * Finds what speaks against a superior on a day.
   *
   * @param field how the superior is called in the reason
   * @param colleagues everyone who is or was a contact of the organization
   */
  static Optional<Reason> superior(
      String field, ContactId superior, Asked asked, Collection<Contact> colleagues) {
    Optional<Contact> found = colleagues.stream().filter(c -> c.id().equals(superior)).findFirst();
    if (found.isEmpty() || superior.equals(asked.except())) {
      return Optional.of(
          Reason.of(CustomerReason.SUPERIOR_ELSEWHERE).with("field", field, word(field)));
    }
    return found.get().period().contains(asked.day())
        ? Optional.empty()
        : Optional.of(
            Reason.of(CustomerReason.SUPERIOR_ENDED)
                .with("field", field, word(field))
                .with("date", asked.day()));
  }

  private static Label word(String field) {
    return field.equals("successor")
        ? new Label("the successor", "接替人")
        : new Label("the superior", "上级");
  }

  /**
   * When a superior is needed, and who cannot be it.
   *
   * @param day the day
   * @param except somebody who is leaving, or null
   */
  record Asked(LocalDate day, @Nullable ContactId except) {}

  /**
   * Finds whether any of these contacts would, along others, report to themselves on any day.
   *
   * @param changed the contacts as they shall be
   * @param colleagues everyone who is or was a contact of the organization, as they are
   */
  static Optional<Reason> circle(List<Contact> changed, Collection<Contact> colleagues) {
    Map<ContactId, Contact> everyone = new HashMap<>();
    colleagues.forEach(c -> everyone.put(c.id(), c));
    changed.forEach(c -> everyone.put(c.id(), c));
    Map<ContactId, List<Edge<ContactId>>> lines = new HashMap<>();
    everyone.values().forEach(c -> lines.put(c.id(), lines(c)));
    return changed.stream()
        .flatMap(c -> lines.getOrDefault(c.id(), List.of()).stream())
        .flatMap(line -> DatedTree.circle(line, id -> lines.getOrDefault(id, List.of())).stream())
        .findFirst()
        .map(
            days ->
                Reason.of(CustomerReason.REPORTING_CYCLE)
                    .with("date", DatedTree.told(days.from())));
  }

  /**
   * A contact's reporting lines over time. The last one goes on after the contact has ended, since
   * those who still report to the contact are then shown under the superior.
   */
  private static List<Edge<ContactId>> lines(Contact contact) {
    List<Edge<ContactId>> lines = new ArrayList<>();
    for (int i = 0; i < contact.posts().size(); i++) {
      HeldPost held = contact.posts().get(i);
      ContactId superior = held.post().reportsTo();
      if (superior != null) {
        boolean last = i == contact.posts().size() - 1;
        DateSpan period = last ? DateSpan.since(held.period().from()) : held.period();
        lines.add(new Edge<>(contact.id(), superior, period));
      }
    }
    return lines;
  }
}
