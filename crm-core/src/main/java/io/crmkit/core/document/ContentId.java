package io.crmkit.core.document;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a content that documents share. */
public record ContentId(UUID value) implements EntityId {
  public ContentId {
    Objects.requireNonNull(value, "value");
  }
}
