package io.crmkit.api.customer;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a contact, a person's affiliation with an organization. */
public record ContactId(UUID value) implements EntityId {

  public ContactId {
    Objects.requireNonNull(value, "value");
  }

  public static ContactId of(String text) {
    return new ContactId(UUID.fromString(text));
  }
}
