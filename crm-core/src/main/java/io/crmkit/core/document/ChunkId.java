package io.crmkit.core.document;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one piece of a content. */
public record ChunkId(UUID value) implements EntityId {
  public ChunkId {
    Objects.requireNonNull(value, "value");
  }
}
