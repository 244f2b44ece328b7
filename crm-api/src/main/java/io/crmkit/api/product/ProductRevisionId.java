package io.crmkit.api.product;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a past or present revision of a product. */
public record ProductRevisionId(UUID value) implements EntityId {

  public ProductRevisionId {
    Objects.requireNonNull(value, "value");
  }

  public static ProductRevisionId of(String text) {
    return new ProductRevisionId(UUID.fromString(text));
  }
}
