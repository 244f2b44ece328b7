package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact gets another post, or another superior, in the same organization.
 *
 * @param id the contact
 * @param version the version that the caller read
 * @param post what they are from now on
 * @param since the first day of it, or null for today; if the latest post began on the same day, it
 *     is corrected
 */
@RecordBuilder
public record ChangePost(ContactId id, long version, Post post, @Nullable LocalDate since)
    implements ChangePostBuilder.With {

  public ChangePost {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(post, "post");
  }

  public static ChangePost of(Contact contact, Post post) {
    return new ChangePost(contact.id(), contact.version(), post, null);
  }
}
