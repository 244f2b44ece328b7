package io.crmkit.api.asset;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one dated fact about a warranty. */
public record WarrantyFactId(UUID value) implements EntityId {

  public WarrantyFactId {
    Objects.requireNonNull(value, "value");
  }

  public static WarrantyFactId of(String text) {
    return new WarrantyFactId(UUID.fromString(text));
  }
}
