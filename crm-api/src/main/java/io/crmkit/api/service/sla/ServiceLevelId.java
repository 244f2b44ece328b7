package io.crmkit.api.service.sla;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one revision of a service level. */
public record ServiceLevelId(UUID value) implements EntityId {

  public ServiceLevelId {
    Objects.requireNonNull(value, "value");
  }

  public static ServiceLevelId of(String text) {
    return new ServiceLevelId(UUID.fromString(text));
  }
}
