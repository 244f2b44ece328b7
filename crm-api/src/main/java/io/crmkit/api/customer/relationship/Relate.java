package io.crmkit.api.customer.relationship;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.DateSpan;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One customer is related to another.
 *
 * @param customer who; in a hierarchy, the one below
 * @param type how
 * @param related to whom; in a hierarchy, the one above
 * @param period from when until when
 * @param note anything worth knowing about it, up to 1,000 characters, or null
 */
@RecordBuilder
public record Relate(
    CustomerId customer,
    RelationshipType type,
    CustomerId related,
    DateSpan period,
    @Nullable String note)
    implements RelateBuilder.With {

  public Relate {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(related, "related");
    Objects.requireNonNull(period, "period");
  }

  /** Related always, as far as anyone knows. */
  public static Relate of(CustomerId customer, RelationshipType type, CustomerId related) {
    return new Relate(customer, type, related, DateSpan.always(), null);
  }
}
