package io.crmkit.core.customer.relationship;

import static io.crmkit.core.customer.common.Faults.clean;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.customer.relationship.Relate;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.api.customer.relationship.RelationshipBegan;
import io.crmkit.api.customer.relationship.RelationshipEnded;
import io.crmkit.api.customer.relationship.RelationshipId;
import io.crmkit.api.error.Reason;
import io.crmkit.core.customer.common.DatedTree;
import io.crmkit.core.customer.common.DatedTree.Edge;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When customers can be related, and when no longer. */
public final class RelationshipRules {

  private RelationshipRules() {}

  static void check(Faults faults, Relate command) {
    faults.day("period.from", command.period().from());
    faults.day("period.until", command.period().until());
    if (command.period().isEmpty()) {
      faults.add("period", "ends before it begins");
    }
    faults.lines("note", command.note(), 1_000);
  }

  /**
   * Relates two customers.
   *
   * @param id the new id
   * @param known relationships of this type, those of both customers at least; in a hierarchy also
   *     those of everyone above the parent
   */
  public static Decision<Relationship> relate(
      Relate command, RelationshipId id, List<Relationship> known) {
    if (command.customer().equals(command.related())) {
      return Decision.reject(Reason.of(CustomerReason.RELATED_TO_ITSELF));
    }
    Relationship relationship =
        new Relationship(
            id,
            0,
            command.customer(),
            command.type(),
            command.related(),
            command.period(),
            clean(command.note()));
    List<Reason> reasons = new ArrayList<>();
    List<Relationship> alike = known.stream().filter(k -> k.type() == command.type()).toList();
    alike.stream()
        .filter(k -> k.period().overlaps(command.period()))
        .flatMap(k -> against(relationship, k).stream())
        .forEach(reasons::add);
    if (reasons.isEmpty() && command.type().isHierarchy()) {
      circle(relationship, alike).ifPresent(reasons::add);
    }
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(
                relationship,
                new RelationshipBegan(
                    id, relationship.customer(), relationship.type(), relationship.related())));
  }

  private static Optional<Reason> against(Relationship added, Relationship known) {
    boolean same =
        known.customer().equals(added.customer()) && known.related().equals(added.related());
    boolean reverse =
        known.customer().equals(added.related()) && known.related().equals(added.customer());
    if (same || (reverse && !added.type().isHierarchy())) {
      return Optional.of(told(CustomerReason.RELATIONSHIP_EXISTS, known.period()));
    }
    return added.type().isHierarchy() && known.customer().equals(added.customer())
        ? Optional.of(told(CustomerReason.PARENT_EXISTS, known.period()))
        : Optional.empty();
  }

  private static Reason told(CustomerReason code, DateSpan period) {
    return Reason.of(code)
        .with("from", DatedTree.told(period.from()))
        .with("until", DatedTree.told(period.until()));
  }

  private static Optional<Reason> circle(Relationship added, List<Relationship> known) {
    List<Edge<CustomerId>> edges = known.stream().map(RelationshipRules::edge).toList();
    return DatedTree.circle(
            edge(added), child -> edges.stream().filter(e -> e.child().equals(child)).toList())
        .map(
            days ->
                Reason.of(CustomerReason.HIERARCHY_CYCLE)
                    .with("date", DatedTree.told(days.from())));
  }

  private static Edge<CustomerId> edge(Relationship relationship) {
    return new Edge<>(relationship.customer(), relationship.related(), relationship.period());
  }

  static Decision<Relationship> end(Relationship before, LocalDate until) {
    List<Reason> reasons = new ArrayList<>();
    LocalDate ended = before.period().until();
    if (ended != null) {
      reasons.add(Reason.of(CustomerReason.RELATIONSHIP_ENDED).with("until", ended));
    }
    LocalDate from = before.period().from();
    if (from != null && !from.isBefore(until)) {
      reasons.add(Reason.of(CustomerReason.BEFORE_BEGIN).with("date", until).with("from", from));
    }
    Relationship after = before.withPeriod(before.period().endingBefore(until));
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(
                after,
                new RelationshipEnded(
                    before.id(), before.customer(), before.type(), before.related(), until)));
  }
}
