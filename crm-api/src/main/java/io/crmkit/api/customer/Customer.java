package io.crmkit.api.customer;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom we market to, sell to or serve, or who works for such a one: an organization or a
 * person.
 *
 * @param id the customer
 * @param version counts the changes
 * @param kind organization or person
 * @param number the number under which people know it, unique within the tenant
 * @param externalId the key of the same customer in the host's or another system, unique within the
 *     tenant; null if it came from nowhere else
 * @param name what it is called
 * @param profile what is known about it
 * @param contactPoints the ways to reach it, the preferred one of each channel first
 * @param registeredAt when it became known
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Customer(
    CustomerId id,
    long version,
    CustomerKind kind,
    String number,
    @Nullable String externalId,
    CustomerName name,
    CustomerProfile profile,
    List<ContactPoint> contactPoints,
    Instant registeredAt,
    CustomValues custom)
    implements CustomerBuilder.With {

  /** The stable name of this entity in references. */
  public static final String ENTITY = "customer.customer";

  public Customer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(profile, "profile");
    contactPoints = List.copyOf(contactPoints);
    Objects.requireNonNull(registeredAt, "registeredAt");
    Objects.requireNonNull(custom, "custom");
  }

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }

  /** The preferred contact point of this channel. */
  public Optional<ContactPoint> first(ContactChannel channel) {
    return contactPoints.stream().filter(p -> p.channel() == channel).findFirst();
  }
}
