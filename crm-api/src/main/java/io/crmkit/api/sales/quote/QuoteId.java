package io.crmkit.api.sales.quote;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one revision of a quote. */
public record QuoteId(UUID value) implements EntityId {

  public QuoteId {
    Objects.requireNonNull(value, "value");
  }

  public static QuoteId of(String text) {
    return new QuoteId(UUID.fromString(text));
  }
}
