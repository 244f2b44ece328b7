package io.crmkit.core.customer.relationship;

import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;
import static io.crmkit.core.customer.relationship.RelationshipEntity.RELATIONSHIPS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.relationship.EndRelationship;
import io.crmkit.api.customer.relationship.Hierarchy;
import io.crmkit.api.customer.relationship.HierarchyQuestion;
import io.crmkit.api.customer.relationship.Relate;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.api.customer.relationship.RelationshipAttributes;
import io.crmkit.api.customer.relationship.RelationshipId;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The thin way from commands and questions about relationships to rules and store. */
final class RelationshipService implements Relationships {

  private final Work work;

  @Inject
  RelationshipService(Work work) {
    this.work = work;
  }

  @Override
  public Relationship relate(Relate command) {
    Faults faults = new Faults();
    RelationshipRules.check(faults, command);
    faults.orThrow();
    return work.run(
        "relationship.relate",
        command,
        tx -> {
          tx.store(CUSTOMERS).get(command.customer());
          tx.store(CUSTOMERS).get(command.related());
          List<Relationship> known = known(tx, command);
          RelationshipId id = new RelationshipId(tx.newId());
          return tx.store(RELATIONSHIPS).insert(RelationshipRules.relate(command, id, known));
        });
  }

  /** What the rule must know, read under the lock that keeps it true. */
  private static List<Relationship> known(Tx tx, Relate command) {
    List<CustomerId> both = List.of(command.customer(), command.related());
    if (command.type().isHierarchy()) {
      HierarchyReader.lock(tx, command.type());
      return HierarchyReader.upwards(tx.tenantWide(), command.type(), both);
    }
    tx.lock(CUSTOMERS, both);
    Criteria<Relationship> betweenThem =
        RelationshipAttributes.TYPE
            .eq(command.type())
            .and(RelationshipAttributes.CUSTOMER.in(both))
            .and(RelationshipAttributes.RELATED.in(both));
    return tx.tenantWide().store(RELATIONSHIPS).all(betweenThem);
  }

  @Override
  public Relationship end(EndRelationship command) {
    Faults faults = new Faults();
    faults.day("until", command.until());
    faults.orThrow();
    return work.run(
        "relationship.end",
        command,
        tx -> {
          Relationship before = tx.store(RELATIONSHIPS).get(command.id(), command.version());
          LocalDate until = Objects.requireNonNullElse(command.until(), tx.today());
          return tx.store(RELATIONSHIPS).save(before, RelationshipRules.end(before, until));
        });
  }

  @Override
  public Relationship get(RelationshipId id) {
    return work.read(tx -> tx.store(RELATIONSHIPS).get(id));
  }

  @Override
  public List<Relationship> of(CustomerId customer, LocalDate asOf) {
    Criteria<Relationship> eitherSide =
        Criteria.or(
            RelationshipAttributes.CUSTOMER.eq(customer),
            RelationshipAttributes.RELATED.eq(customer));
    return work.read(
        tx -> tx.store(RELATIONSHIPS).all(eitherSide.and(RelationshipAttributes.on(asOf))));
  }

  @Override
  public Page<Relationship> search(Query<Relationship> query) {
    return work.read(tx -> tx.store(RELATIONSHIPS).page(query));
  }

  @Override
  public Hierarchy hierarchy(HierarchyQuestion question) {
    if (!question.type().isHierarchy()) {
      throw new InvalidInput("type", "is not a hierarchy");
    }
    return work.read(
        tx -> {
          tx.store(CUSTOMERS).get(question.customer());
          return HierarchyReader.read(tx, question);
        });
  }
}
