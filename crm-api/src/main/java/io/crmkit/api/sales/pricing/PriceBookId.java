package io.crmkit.api.sales.pricing;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one revision of a price book. */
public record PriceBookId(UUID value) implements EntityId {

  public PriceBookId {
    Objects.requireNonNull(value, "value");
  }

  public static PriceBookId of(String text) {
    return new PriceBookId(UUID.fromString(text));
  }
}
