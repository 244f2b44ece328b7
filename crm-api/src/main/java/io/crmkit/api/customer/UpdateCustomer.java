package io.crmkit.api.customer;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is known about a customer. What is null here stays as it is; what is given replaces
 * the former value as a whole.
 *
 * @param id the customer
 * @param version the version that the caller read
 * @param name the new name, or null
 * @param number the new number, or null
 * @param externalId the new key in another system, or null
 * @param profile the new profile, or null
 * @param contactPoints all contact points from now on, or null
 */
@RecordBuilder
public record UpdateCustomer(
    CustomerId id,
    long version,
    @Nullable CustomerName name,
    @Nullable String number,
    @Nullable String externalId,
    @Nullable CustomerProfile profile,
    @Nullable List<ContactPoint> contactPoints)
    implements UpdateCustomerBuilder.With {

  public UpdateCustomer {
    Objects.requireNonNull(id, "id");
    contactPoints = contactPoints == null ? null : List.copyOf(contactPoints);
  }

  /** A change of this customer that changes nothing yet. */
  public static UpdateCustomer of(Customer customer) {
    return new UpdateCustomer(customer.id(), customer.version(), null, null, null, null, null);
  }
}
