package io.crmkit.api.customer.interaction;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who took part: a contact, a person, one of our own staff, or anyone by name.
 *
 * @param side whose they are
 * @param contact the contact, or null
 * @param person the person, if they took part on their own behalf, or null
 * @param staff the host's key of one of our own people, up to 128 characters, or null
 * @param name as they were called, up to 200 characters, or null if one of the others says it
 */
public record Participant(
    Side side,
    @Nullable ContactId contact,
    @Nullable CustomerId person,
    @Nullable String staff,
    @Nullable String name) {

  /** Whose somebody is. */
  public enum Side {
    CUSTOMER,
    US,
    THIRD_PARTY
  }

  public Participant {
    Objects.requireNonNull(side, "side");
  }

  public static Participant contact(ContactId contact) {
    return new Participant(Side.CUSTOMER, contact, null, null, null);
  }

  public static Participant person(CustomerId person) {
    return new Participant(Side.CUSTOMER, null, person, null, null);
  }

  public static Participant staff(String staff) {
    return new Participant(Side.US, null, null, staff, null);
  }

  public static Participant named(Side side, String name) {
    return new Participant(side, null, null, null, name);
  }
}
