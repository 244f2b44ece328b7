package io.crmkit.api.customer;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a customer, an organization or a person. */
public record CustomerId(UUID value) implements EntityId {

  public CustomerId {
    Objects.requireNonNull(value, "value");
  }

  public static CustomerId of(String text) {
    return new CustomerId(UUID.fromString(text));
  }
}
