package io.crmkit.api.entitlement;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an entitlement. */
public record EntitlementId(UUID value) implements EntityId {

  public EntitlementId {
    Objects.requireNonNull(value, "value");
  }
}
