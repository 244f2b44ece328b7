package io.crmkit.api.customer.relationship;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One customer is related to another, for some time.
 *
 * @param id the relationship
 * @param version counts the changes
 * @param customer who; in a hierarchy, the one below
 * @param type how
 * @param related to whom; in a hierarchy, the one above
 * @param period from when until when
 * @param note anything worth knowing about it, up to 1,000 characters
 */
@RecordBuilder
public record Relationship(
    RelationshipId id,
    long version,
    CustomerId customer,
    RelationshipType type,
    CustomerId related,
    DateSpan period,
    @Nullable String note)
    implements RelationshipBuilder.With {

  /** The stable name of this entity in references. */
  public static final String ENTITY = "customer.relationship";

  public Relationship {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(related, "related");
    Objects.requireNonNull(period, "period");
  }

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }
}
