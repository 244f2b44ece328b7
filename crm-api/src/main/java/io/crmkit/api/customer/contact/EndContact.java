package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person leaves an organization.
 *
 * @param id the contact
 * @param version the version that the caller read
 * @param until the day after the last one, or null for today
 * @param successor a contact of the same organization to whom those report from then on who
 *     reported to this one, or null if nobody follows yet
 */
@RecordBuilder
public record EndContact(
    ContactId id, long version, @Nullable LocalDate until, @Nullable ContactId successor)
    implements EndContactBuilder.With {

  public EndContact {
    Objects.requireNonNull(id, "id");
  }

  public static EndContact of(Contact contact) {
    return new EndContact(contact.id(), contact.version(), null, null);
  }
}
