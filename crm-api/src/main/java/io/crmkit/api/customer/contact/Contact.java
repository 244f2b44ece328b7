package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.DateSpan;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A person's affiliation with an organization, for as long as it lasts. The same person may be a
 * contact of several organizations; somebody who changes the employer becomes another contact, and
 * the former one stays as history. A promotion is another post of the same contact.
 *
 * @param id the contact
 * @param version counts the changes
 * @param person who
 * @param organization where
 * @param period from when until when
 * @param posts what they were there, one after the other without gaps; at least one
 * @param influence their part in purchases
 * @param contactPoints how to reach them at work
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Contact(
    ContactId id,
    long version,
    CustomerId person,
    CustomerId organization,
    DateSpan period,
    List<HeldPost> posts,
    Influence influence,
    List<ContactPoint> contactPoints,
    CustomValues custom)
    implements ContactBuilder.With {

  /** The stable name of this entity in references. */
  public static final String ENTITY = "customer.contact";

  public Contact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(organization, "organization");
    Objects.requireNonNull(period, "period");
    posts = List.copyOf(posts);
    Objects.requireNonNull(influence, "influence");
    contactPoints = List.copyOf(contactPoints);
    Objects.requireNonNull(custom, "custom");
  }

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }

  /** The latest post: the one they hold now, held last, or will hold. */
  public Post post() {
    return posts.get(posts.size() - 1).post();
  }

  /** The post held on this day. */
  public Optional<Post> postOn(LocalDate day) {
    return posts.stream().filter(p -> p.period().contains(day)).map(HeldPost::post).findFirst();
  }
}
