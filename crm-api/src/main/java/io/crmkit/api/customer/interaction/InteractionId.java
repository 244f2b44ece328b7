package io.crmkit.api.customer.interaction;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an interaction. */
public record InteractionId(UUID value) implements EntityId {

  public InteractionId {
    Objects.requireNonNull(value, "value");
  }

  public static InteractionId of(String text) {
    return new InteractionId(UUID.fromString(text));
  }
}
