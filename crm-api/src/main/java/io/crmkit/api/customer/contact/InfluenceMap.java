package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who reports to whom in an organization, who decides there and who handles. A superior who has
 * left is passed over: their people appear under the next one above who is still there.
 *
 * @param organization whose
 * @param asOf on which day
 * @param nodes the contacts of that day, those without a superior first, and nobody before their
 *     superior
 */
public record InfluenceMap(CustomerId organization, LocalDate asOf, List<Node> nodes) {

  /**
   * A contact in the map.
   *
   * @param contact the contact
   * @param person who it is
   * @param name their name; null if the caller may not see the person
   * @param post what they are on that day; its superior is as it was recorded
   * @param reportsTo the superior in this map; null at the top
   * @param influence their part in purchases
   */
  public record Node(
      ContactId contact,
      CustomerId person,
      @Nullable CustomerName name,
      Post post,
      @Nullable ContactId reportsTo,
      Influence influence) {}

  public InfluenceMap {
    Objects.requireNonNull(organization, "organization");
    Objects.requireNonNull(asOf, "asOf");
    nodes = List.copyOf(nodes);
  }

  public Optional<Node> find(ContactId contact) {
    return nodes.stream().filter(n -> n.contact().equals(contact)).findFirst();
  }

  /** Those who report to nobody. */
  public List<Node> top() {
    return nodes.stream().filter(n -> n.reportsTo() == null).toList();
  }

  /** Those who report to this contact, directly. */
  public List<Node> directReports(ContactId contact) {
    return nodes.stream().filter(n -> contact.equals(n.reportsTo())).toList();
  }

  /** Everyone who plays this role. */
  public List<Node> playing(InfluenceRole role) {
    return nodes.stream().filter(n -> n.influence().role() == role).toList();
  }

  /**
   * The way from this contact up to who decides: the nearest decision maker among the contact and
   * those above, or, if none of them is known to be one, the top.
   *
   * @return empty if the contact is not in this map
   */
  public Optional<InfluencePath> upToDecisionMaker(ContactId contact) {
    Map<ContactId, Node> byId = byId();
    List<Node> way = new ArrayList<>();
    Node at = byId.get(contact);
    while (at != null) {
      way.add(at);
      if (at.influence().role() == InfluenceRole.DECISION_MAKER) {
        return Optional.of(new InfluencePath(way, true));
      }
      at = at.reportsTo() == null ? null : byId.get(at.reportsTo());
    }
    return way.isEmpty() ? Optional.empty() : Optional.of(new InfluencePath(way, false));
  }

  /**
   * The ways from this contact down to everyone below, or the contact itself, who handles matters
   * from day to day; the shortest first. Empty if there is nobody, or the contact is not in this
   * map.
   */
  public List<InfluencePath> downToHandlers(ContactId contact) {
    Map<ContactId, List<Node>> below = new HashMap<>();
    for (Node node : nodes) {
      if (node.reportsTo() != null) {
        below.computeIfAbsent(node.reportsTo(), k -> new ArrayList<>()).add(node);
      }
    }
    Map<ContactId, Node> byId = byId();
    List<InfluencePath> ways = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    find(contact).ifPresent(open::add);
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (node.influence().role() == InfluenceRole.HANDLER) {
        ways.add(new InfluencePath(wayDown(byId, contact, node), true));
      }
      open.addAll(below.getOrDefault(node.contact(), List.of()));
    }
    return List.copyOf(ways);
  }

  private static List<Node> wayDown(Map<ContactId, Node> byId, ContactId start, Node end) {
    List<Node> way = new ArrayList<>();
    Node at = end;
    while (at != null) {
      way.add(at);
      at = at.contact().equals(start) || at.reportsTo() == null ? null : byId.get(at.reportsTo());
    }
    Collections.reverse(way);
    return way;
  }

  private Map<ContactId, Node> byId() {
    Map<ContactId, Node> byId = new LinkedHashMap<>();
    nodes.forEach(n -> byId.put(n.contact(), n));
    return byId;
  }
}
