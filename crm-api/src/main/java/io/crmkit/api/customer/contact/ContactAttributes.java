package io.crmkit.api.customer.contact;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Parts;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.CustomerId;
import java.time.LocalDate;

/** By what contacts can be searched and sorted. */
public final class ContactAttributes {

  public static final Attribute<Contact, ContactId> ID =
      Attribute.of(Contact.class, "id", ContactId.class);
  public static final Attribute<Contact, CustomerId> PERSON =
      Attribute.of(Contact.class, "person", CustomerId.class);
  public static final Attribute<Contact, CustomerId> ORGANIZATION =
      Attribute.of(Contact.class, "organization", CustomerId.class);
  public static final Attribute<Contact, LocalDate> FROM =
      Attribute.of(Contact.class, "period.from", LocalDate.class);
  public static final Attribute<Contact, LocalDate> UNTIL =
      Attribute.of(Contact.class, "period.until", LocalDate.class);
  public static final Attribute<Contact, InfluenceRole> ROLE =
      Attribute.of(Contact.class, "influence.role", InfluenceRole.class);
  public static final Attribute<Contact, Stance> STANCE =
      Attribute.of(Contact.class, "influence.stance", Stance.class);

  public static final Parts<Contact, HeldPost> POSTS =
      new Parts<>(Contact.class, "posts", HeldPost.class);
  public static final Attribute<HeldPost, String> TITLE =
      Attribute.of(HeldPost.class, "post.title", String.class);
  public static final Attribute<HeldPost, String> DEPARTMENT =
      Attribute.of(HeldPost.class, "post.department", String.class);
  public static final Attribute<HeldPost, ContactId> REPORTS_TO =
      Attribute.of(HeldPost.class, "post.reportsTo", ContactId.class);

  /** With the attributes of {@link io.crmkit.api.customer.CustomerAttributes#NORMALIZED}. */
  public static final Parts<Contact, ContactPoint> CONTACT_POINTS =
      new Parts<>(Contact.class, "contactPoints", ContactPoint.class);

  private ContactAttributes() {}

  /** Contacts that exist on this day. */
  public static Criteria<Contact> on(LocalDate day) {
    return Criteria.and(
        Criteria.not(FROM.atLeast(day.plusDays(1))), Criteria.not(UNTIL.lessThan(day.plusDays(1))));
  }
}
