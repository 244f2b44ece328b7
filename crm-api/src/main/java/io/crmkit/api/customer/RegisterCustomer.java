package io.crmkit.api.customer;

import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer becomes known.
 *
 * <pre>{@code
 * RegisterCustomer.organization(CustomerName.of("Riverside Hospital", "河畔医院"))
 *     .withContactPoints(List.of(ContactPoint.phone("021 6432 1234")))
 * }</pre>
 *
 * @param kind organization or person
 * @param name what it is called
 * @param number the number under which people know it, up to 40 characters, unique; null to have
 *     one made, {@code C000001} and so on
 * @param externalId its key in another system, up to 200 characters, unique; null if there is none
 * @param profile what is known about it
 * @param contactPoints the ways to reach it, at most 100
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record RegisterCustomer(
    CustomerKind kind,
    CustomerName name,
    @Nullable String number,
    @Nullable String externalId,
    CustomerProfile profile,
    List<ContactPoint> contactPoints,
    CustomValues custom)
    implements RegisterCustomerBuilder.With {

  public RegisterCustomer {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(profile, "profile");
    contactPoints = List.copyOf(contactPoints);
    Objects.requireNonNull(custom, "custom");
  }

  public static RegisterCustomer organization(CustomerName name) {
    return of(CustomerKind.ORGANIZATION, name);
  }

  public static RegisterCustomer person(CustomerName name) {
    return of(CustomerKind.PERSON, name);
  }

  private static RegisterCustomer of(CustomerKind kind, CustomerName name) {
    return new RegisterCustomer(
        kind, name, null, null, CustomerProfile.unknown(), List.of(), CustomValues.none());
  }
}
