package io.crmkit.api.sales.lead;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a lead. */
public record LeadId(UUID value) implements EntityId {

  public LeadId {
    Objects.requireNonNull(value, "value");
  }

  public static LeadId of(String text) {
    return new LeadId(UUID.fromString(text));
  }
}
