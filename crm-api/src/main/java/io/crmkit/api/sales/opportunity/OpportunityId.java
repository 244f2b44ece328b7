package io.crmkit.api.sales.opportunity;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an opportunity. */
public record OpportunityId(UUID value) implements EntityId {

  public OpportunityId {
    Objects.requireNonNull(value, "value");
  }

  public static OpportunityId of(String text) {
    return new OpportunityId(UUID.fromString(text));
  }
}
