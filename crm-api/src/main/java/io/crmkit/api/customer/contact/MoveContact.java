package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person changes the employer: the contact ends, another one begins.
 *
 * @param id the contact that ends
 * @param version the version that the caller read
 * @param organization the new employer
 * @param post what they are there; the superior is a contact of the new employer
 * @param since the first day there, or null for today; also the day after the last one here
 * @param successor a contact of the former employer to whom those report from then on who reported
 *     to this one, or null if nobody follows yet
 */
@RecordBuilder
public record MoveContact(
    ContactId id,
    long version,
    CustomerId organization,
    Post post,
    @Nullable LocalDate since,
    @Nullable ContactId successor)
    implements MoveContactBuilder.With {

  public MoveContact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(organization, "organization");
    Objects.requireNonNull(post, "post");
  }

  public static MoveContact of(Contact contact, CustomerId organization) {
    return new MoveContact(
        contact.id(), contact.version(), organization, Post.unknown(), null, null);
  }
}
