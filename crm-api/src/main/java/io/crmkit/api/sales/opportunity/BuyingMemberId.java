package io.crmkit.api.sales.opportunity;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a member of a buying centre. */
public record BuyingMemberId(UUID value) implements EntityId {

  public BuyingMemberId {
    Objects.requireNonNull(value, "value");
  }
}
