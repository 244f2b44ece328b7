package io.crmkit.api.product;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a product. */
public record ProductId(UUID value) implements EntityId {

  public ProductId {
    Objects.requireNonNull(value, "value");
  }

  public static ProductId of(String text) {
    return new ProductId(UUID.fromString(text));
  }
}
