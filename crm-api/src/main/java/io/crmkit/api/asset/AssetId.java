package io.crmkit.api.asset;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a customer asset. */
public record AssetId(UUID value) implements EntityId {

  public AssetId {
    Objects.requireNonNull(value, "value");
  }

  public static AssetId of(String text) {
    return new AssetId(UUID.fromString(text));
  }
}
