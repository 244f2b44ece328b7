package io.crmkit.api.customer;

import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer as another system knows it.
 *
 * @param externalId its key there, 1 to 200 characters
 * @param kind organization or person
 * @param name what it is called
 * @param number its number, or null to have one made for a new customer and leave a known one's
 * @param profile what is known about it; replaces what was known before, field by field, unknown
 *     fields leaving what is there
 * @param contactPoints replace those that were known, unless there are none here
 * @param parentExternalId the key of its legal parent there, or null if it has none; makes the
 *     relationship, but never ends one
 * @param custom values of custom fields; those that are not named here stay as they are
 */
@RecordBuilder
public record CustomerRow(
    String externalId,
    CustomerKind kind,
    CustomerName name,
    @Nullable String number,
    CustomerProfile profile,
    List<ContactPoint> contactPoints,
    @Nullable String parentExternalId,
    CustomValues custom)
    implements CustomerRowBuilder.With {

  public CustomerRow {
    Objects.requireNonNull(externalId, "externalId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(profile, "profile");
    contactPoints = List.copyOf(contactPoints);
    Objects.requireNonNull(custom, "custom");
  }

  public static CustomerRow organization(String externalId, CustomerName name) {
    return new CustomerRow(
        externalId,
        CustomerKind.ORGANIZATION,
        name,
        null,
        CustomerProfile.unknown(),
        List.of(),
        null,
        CustomValues.none());
  }
}
