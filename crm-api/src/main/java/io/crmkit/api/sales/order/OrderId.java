package io.crmkit.api.sales.order;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an order. */
public record OrderId(UUID value) implements EntityId {

  public OrderId {
    Objects.requireNonNull(value, "value");
  }

  public static OrderId of(String text) {
    return new OrderId(UUID.fromString(text));
  }
}
