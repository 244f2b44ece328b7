package io.crmkit.api.asset;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a unit's warranty. */
public record WarrantyId(UUID value) implements EntityId {

  public WarrantyId {
    Objects.requireNonNull(value, "value");
  }

  public static WarrantyId of(String text) {
    return new WarrantyId(UUID.fromString(text));
  }
}
