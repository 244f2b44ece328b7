package io.crmkit.api.customer.relationship;

import io.crmkit.api.customer.CustomerId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Which part of a hierarchy is asked for.
 *
 * @param customer the customer in question
 * @param type LEGAL_PARENT, BILLING_PARENT or SERVICE_PARENT
 * @param asOf the day
 */
public record HierarchyQuestion(CustomerId customer, RelationshipType type, LocalDate asOf) {

  public HierarchyQuestion {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(asOf, "asOf");
  }
}
