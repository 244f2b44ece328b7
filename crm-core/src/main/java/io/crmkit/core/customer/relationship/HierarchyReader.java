package io.crmkit.core.customer.relationship;

import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;
import static io.crmkit.core.customer.relationship.RelationshipEntity.RELATIONSHIPS;

import com.google.common.collect.Iterables;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.relationship.Hierarchy;
import io.crmkit.api.customer.relationship.HierarchyQuestion;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.api.customer.relationship.RelationshipAttributes;
import io.crmkit.api.customer.relationship.RelationshipType;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads hierarchies level by level: as many reads as there are levels. */
public final class HierarchyReader {

  /** Values in one read at most; a wide level is read in several. */
  private static final int WIDTH = 1_000;

  private HierarchyReader() {}

  /**
   * Whoever changes a hierarchy holds this lock: two changes far apart could together close a
   * circle, so that no lock on the customers concerned would do.
   */
  public static void lock(Tx tx, RelationshipType type) {
    tx.lockNames("customer.hierarchy", List.of(type.name()));
  }

  /** Every relationship of this type, on any day, of these customers and of all above them. */
  public static List<Relationship> upwards(
      ReadTx tx, RelationshipType type, Collection<CustomerId> customers) {
    List<Relationship> found = new ArrayList<>();
    Set<CustomerId> seen = new HashSet<>(customers);
    Set<CustomerId> level = new LinkedHashSet<>(customers);
    while (!level.isEmpty()) {
      Set<CustomerId> next = new LinkedHashSet<>();
      for (List<CustomerId> some : Iterables.partition(level, WIDTH)) {
        Criteria<Relationship> where =
            RelationshipAttributes.TYPE.eq(type).and(RelationshipAttributes.CUSTOMER.in(some));
        for (Relationship relationship : tx.store(RELATIONSHIPS).all(where)) {
          found.add(relationship);
          if (seen.add(relationship.related())) {
            next.add(relationship.related());
          }
        }
      }
      level = next;
    }
    return found;
  }

  static Hierarchy read(ReadTx tx, HierarchyQuestion question) {
    return new Hierarchy(question, visible(tx, above(tx, question)), below(tx, question));
  }

  /** The way up as far as the caller may see it. */
  private static List<CustomerId> visible(ReadTx tx, List<CustomerId> way) {
    Set<CustomerId> seen =
        tx.store(CUSTOMERS).findAll(way).stream().map(Customer::id).collect(Collectors.toSet());
    return way.stream().takeWhile(seen::contains).toList();
  }

  private static List<CustomerId> above(ReadTx tx, HierarchyQuestion question) {
    List<CustomerId> way = new ArrayList<>();
    Set<CustomerId> seen = new HashSet<>(Set.of(question.customer()));
    CustomerId at = question.customer();
    while (true) {
      Criteria<Relationship> where = onThatDay(question, RelationshipAttributes.CUSTOMER.eq(at));
      List<Relationship> parents = tx.store(RELATIONSHIPS).all(where);
      if (parents.isEmpty() || !seen.add(parents.get(0).related())) {
        return way;
      }
      at = parents.get(0).related();
      way.add(at);
    }
  }

  private static List<Hierarchy.Node> below(ReadTx tx, HierarchyQuestion question) {
    List<Hierarchy.Node> nodes = new ArrayList<>();
    Set<CustomerId> seen = new HashSet<>(Set.of(question.customer()));
    List<CustomerId> level = List.of(question.customer());
    for (int depth = 1; !level.isEmpty(); depth++) {
      List<CustomerId> next = new ArrayList<>();
      for (Relationship child : children(tx, question, level)) {
        if (seen.add(child.customer())) {
          nodes.add(new Hierarchy.Node(child.customer(), child.related(), depth));
          next.add(child.customer());
        }
      }
      level = next;
    }
    return nodes;
  }

  private static List<Relationship> children(
      ReadTx tx, HierarchyQuestion question, List<CustomerId> parents) {
    List<Relationship> children = new ArrayList<>();
    for (List<CustomerId> some : Iterables.partition(parents, WIDTH)) {
      children.addAll(
          tx.store(RELATIONSHIPS)
              .all(onThatDay(question, RelationshipAttributes.RELATED.in(some))));
    }
    return children;
  }

  private static Criteria<Relationship> onThatDay(
      HierarchyQuestion question, Criteria<Relationship> whose) {
    return RelationshipAttributes.TYPE
        .eq(question.type())
        .and(whose)
        .and(RelationshipAttributes.on(question.asOf()));
  }
}
