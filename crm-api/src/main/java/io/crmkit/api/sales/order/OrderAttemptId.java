package io.crmkit.api.sales.order;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an attempt to place an order that the ERP refused. */
public record OrderAttemptId(UUID value) implements EntityId {

  public OrderAttemptId {
    Objects.requireNonNull(value, "value");
  }
}
