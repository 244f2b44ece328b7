package io.crmkit.api.proposal;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one edition of what a node contains. */
public record ContentEditionId(UUID value) implements EntityId {

  public ContentEditionId {
    Objects.requireNonNull(value, "value");
  }

  public static ContentEditionId of(String text) {
    return new ContentEditionId(UUID.fromString(text));
  }
}
