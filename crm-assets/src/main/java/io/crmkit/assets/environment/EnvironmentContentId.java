package io.crmkit.assets.environment;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of what a category had in it. */
public record EnvironmentContentId(UUID value) implements EntityId {

  public EnvironmentContentId {
    Objects.requireNonNull(value, "value");
  }
}
