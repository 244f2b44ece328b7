package io.crmkit.api.sales.pricing;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an entry of a price book. */
public record PriceEntryId(UUID value) implements EntityId {

  public PriceEntryId {
    Objects.requireNonNull(value, "value");
  }
}
