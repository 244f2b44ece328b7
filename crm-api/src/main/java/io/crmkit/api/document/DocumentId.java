package io.crmkit.api.document;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a stored file. */
public record DocumentId(UUID value) implements EntityId {

  public DocumentId {
    Objects.requireNonNull(value, "value");
  }

  public static DocumentId of(String text) {
    return new DocumentId(UUID.fromString(text));
  }
}
