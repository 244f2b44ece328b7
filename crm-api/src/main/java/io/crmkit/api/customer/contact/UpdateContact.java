package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.ContactPoint;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is known about a contact. What is null here stays as it is.
 *
 * @param id the contact
 * @param version the version that the caller read
 * @param influence the new influence, or null
 * @param contactPoints all contact points from now on, or null
 */
@RecordBuilder
public record UpdateContact(
    ContactId id,
    long version,
    @Nullable Influence influence,
    @Nullable List<ContactPoint> contactPoints)
    implements UpdateContactBuilder.With {

  public UpdateContact {
    Objects.requireNonNull(id, "id");
    contactPoints = contactPoints == null ? null : List.copyOf(contactPoints);
  }

  /** A change of this contact that changes nothing yet. */
  public static UpdateContact of(Contact contact) {
    return new UpdateContact(contact.id(), contact.version(), null, null);
  }
}
