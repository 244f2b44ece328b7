package io.crmkit.api.asset;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one dated fact about a unit. */
public record AssetFactId(UUID value) implements EntityId {

  public AssetFactId {
    Objects.requireNonNull(value, "value");
  }

  public static AssetFactId of(String text) {
    return new AssetFactId(UUID.fromString(text));
  }
}
