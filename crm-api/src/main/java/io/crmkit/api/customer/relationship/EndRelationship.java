package io.crmkit.api.customer.relationship;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two customers are no longer related.
 *
 * @param id the relationship
 * @param version the version that the caller read
 * @param until the day after the last one, or null for today
 */
@RecordBuilder
public record EndRelationship(RelationshipId id, long version, @Nullable LocalDate until)
    implements EndRelationshipBuilder.With {

  public EndRelationship {
    Objects.requireNonNull(id, "id");
  }

  public static EndRelationship of(Relationship relationship) {
    return new EndRelationship(relationship.id(), relationship.version(), null);
  }
}
