package io.crmkit.api.customer.relationship;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerId;
import java.time.LocalDate;

/** By what relationships can be searched and sorted. */
public final class RelationshipAttributes {

  public static final Attribute<Relationship, CustomerId> CUSTOMER =
      Attribute.of(Relationship.class, "customer", CustomerId.class);
  public static final Attribute<Relationship, RelationshipType> TYPE =
      Attribute.of(Relationship.class, "type", RelationshipType.class);
  public static final Attribute<Relationship, CustomerId> RELATED =
      Attribute.of(Relationship.class, "related", CustomerId.class);
  public static final Attribute<Relationship, LocalDate> FROM =
      Attribute.of(Relationship.class, "period.from", LocalDate.class);
  public static final Attribute<Relationship, LocalDate> UNTIL =
      Attribute.of(Relationship.class, "period.until", LocalDate.class);

  private RelationshipAttributes() {}

  /** Relationships that exist on this day. */
  public static Criteria<Relationship> on(LocalDate day) {
    return Criteria.and(
        Criteria.not(FROM.atLeast(day.plusDays(1))), Criteria.not(UNTIL.lessThan(day.plusDays(1))));
  }
}
