package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person becomes a contact of an organization.
 *
 * @param person a customer of the kind PERSON
 * @param organization a customer of the kind ORGANIZATION
 * @param since the first day, or null if that is not known
 * @param post what they are there
 * @param influence their part in purchases
 * @param contactPoints how to reach them at work, at most 100
 */
@RecordBuilder
public record AddContact(
    CustomerId person,
    CustomerId organization,
    @Nullable LocalDate since,
    Post post,
    Influence influence,
    List<ContactPoint> contactPoints)
    implements AddContactBuilder.With {

  public AddContact {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(organization, "organization");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(influence, "influence");
    contactPoints = List.copyOf(contactPoints);
  }

  public static AddContact of(CustomerId person, CustomerId organization) {
    return new AddContact(
        person, organization, null, Post.unknown(), Influence.unknown(), List.of());
  }
}
