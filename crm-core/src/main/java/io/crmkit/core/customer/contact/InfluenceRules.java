package io.crmkit.core.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.InfluenceMap;
import io.crmkit.api.customer.contact.InfluenceMap.Node;
import io.crmkit.api.customer.contact.Post;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the influence map of an organization on a day. */
final class InfluenceRules {

  private InfluenceRules() {}

  /**
   * @param organization whose map
   * @param asOf on which day
   * @param contacts everyone who is or was a contact of the organization
   * @param persons the persons that the caller may see
   */
  static InfluenceMap map(
      CustomerId organization, LocalDate asOf, List<Contact> contacts, List<Customer> persons) {
    Map<ContactId, Contact> everyone = new LinkedHashMap<>();
    contacts.forEach(c -> everyone.put(c.id(), c));
    Map<CustomerId, Customer> names = new LinkedHashMap<>();
    persons.forEach(p -> names.put(p.id(), p));
    List<Node> present = new ArrayList<>();
    for (Contact contact : contacts) {
      if (contact.period().contains(asOf)) {
        Customer person = names.get(contact.person());
        present.add(
            new Node(
                contact.id(),
                contact.person(),
                person == null ? null : person.name(),
                contact.postOn(asOf).orElse(Post.unknown()),
                superior(contact, asOf, everyone),
                contact.influence()));
      }
    }
    return new InfluenceMap(organization, asOf, topDown(present));
  }

  /** The nearest one above who is there on this day, passing over those who have left. */
  private static @Nullable ContactId superior(
      Contact contact, LocalDate asOf, Map<ContactId, Contact> everyone) {
    Set<ContactId> seen = new HashSet<>();
    ContactId id = contact.postOn(asOf).map(Post::reportsTo).orElse(null);
    while (id != null && seen.add(id)) {
      Contact above = everyone.get(id);
      if (above == null || above.period().contains(asOf)) {
        return above == null ? null : id;
      }
      LocalDate until = above.period().until();
      boolean hasLeft = until != null && !asOf.isBefore(until);
      id = hasLeft ? above.post().reportsTo() : null;
    }
    return null;
  }

  private static List<Node> topDown(List<Node> nodes) {
    Map<ContactId, List<Node>> below = new LinkedHashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    for (Node node : nodes) {
      if (node.reportsTo() == null) {
        open.add(node);
      } else {
        below.computeIfAbsent(node.reportsTo(), k -> new ArrayList<>()).add(node);
      }
    }
    List<Node> ordered = new ArrayList<>();
    while (!open.isEmpty()) {
      Node node = open.remove();
      ordered.add(node);
      open.addAll(below.getOrDefault(node.contact(), List.of()));
    }
    return ordered;
  }
}
