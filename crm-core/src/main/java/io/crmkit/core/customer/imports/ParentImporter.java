package io.crmkit.core.customer.imports;

import static io.crmkit.core.customer.relationship.RelationshipEntity.RELATIONSHIPS;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.relationship.Relate;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.api.customer.relationship.RelationshipId;
import io.crmkit.api.customer.relationship.RelationshipType;
import io.crmkit.api.error.Reason;
import io.crmkit.core.customer.relationship.HierarchyReader;
import io.crmkit.core.customer.relationship.RelationshipRules;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Relates the customers of a chunk to their legal parents, once all customers are there. */
final class ParentImporter {

  private static final RelationshipType TYPE = RelationshipType.LEGAL_PARENT;

  private final Tx tx;
  private final Map<String, Customer> byKey;

  /**
   * @param byKey the customers that the caller may see, by external key
   */
  ParentImporter(Tx tx, Map<String, Customer> byKey) {
    this.tx = tx;
    this.byKey = byKey;
  }

  void take(List<ImportRow> rows) {
    List<ImportRow> children = new ArrayList<>();
    Set<CustomerId> involved = new HashSet<>();
    for (ImportRow row : rows) {
      String key = row.parent();
      if (!row.isTaken() || key == null) {
        continue;
      }
      Customer parent = byKey.get(key);
      if (parent == null) {
        row.against(Reason.of(CustomerReason.PARENT_UNKNOWN).with("parent", key));
      } else {
        children.add(row);
        involved.add(row.customer());
        involved.add(parent.id());
      }
    }
    if (!children.isEmpty()) {
      HierarchyReader.lock(tx, TYPE);
      List<Relationship> known =
          new ArrayList<>(HierarchyReader.upwards(tx.tenantWide(), TYPE, involved));
      children.forEach(child -> relate(child, known));
    }
  }

  private void relate(ImportRow row, List<Relationship> known) {
    Customer parent = byKey.get(row.parent());
    if (parent == null) {
      return;
    }
    CustomerId child = row.customer();
    boolean already =
        known.stream()
            .anyMatch(
                k ->
                    k.customer().equals(child)
                        && k.related().equals(parent.id())
                        && k.period().contains(tx.today()));
    if (already) {
      return;
    }
    Decision<Relationship> decision =
        RelationshipRules.relate(
            Relate.of(child, TYPE, parent.id()), new RelationshipId(tx.newId()), known);
    if (decision instanceof Decision.Rejected<Relationship> rejected) {
      rejected.reasons().forEach(row::against);
    } else {
      known.add(tx.store(RELATIONSHIPS).insert(decision));
      row.changed();
    }
  }
}
