package io.crmkit.api.environment;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a snapshot of a runtime environment. */
public record EnvironmentSnapshotId(UUID value) implements EntityId {

  public EnvironmentSnapshotId {
    Objects.requireNonNull(value, "value");
  }

  public static EnvironmentSnapshotId of(String text) {
    return new EnvironmentSnapshotId(UUID.fromString(text));
  }
}
