package io.crmkit.api.sales.order;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a shipped line. */
public record ShipmentId(UUID value) implements EntityId {

  public ShipmentId {
    Objects.requireNonNull(value, "value");
  }
}
