package io.crmkit.api.sales.opportunity;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a row of an opportunity's history. */
public record OpportunityChangeId(UUID value) implements EntityId {

  public OpportunityChangeId {
    Objects.requireNonNull(value, "value");
  }
}
