package io.crmkit.api.environment;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a change of a runtime environment. */
public record EnvironmentChangeId(UUID value) implements EntityId {

  public EnvironmentChangeId {
    Objects.requireNonNull(value, "value");
  }

  public static EnvironmentChangeId of(String text) {
    return new EnvironmentChangeId(UUID.fromString(text));
  }
}
