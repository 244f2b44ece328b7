package io.crmkit.api.customer.relationship;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a relationship between two customers. */
public record RelationshipId(UUID value) implements EntityId {

  public RelationshipId {
    Objects.requireNonNull(value, "value");
  }

  public static RelationshipId of(String text) {
    return new RelationshipId(UUID.fromString(text));
  }
}
