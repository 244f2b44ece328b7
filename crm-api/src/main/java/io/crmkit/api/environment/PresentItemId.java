package io.crmkit.api.environment;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an item as it is believed to be now of a runtime environment. */
public record PresentItemId(UUID value) implements EntityId {

  public PresentItemId {
    Objects.requireNonNull(value, "value");
  }

  public static PresentItemId of(String text) {
    return new PresentItemId(UUID.fromString(text));
  }
}
