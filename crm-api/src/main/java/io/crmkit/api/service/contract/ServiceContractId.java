package io.crmkit.api.service.contract;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a service contract. */
public record ServiceContractId(UUID value) implements EntityId {

  public ServiceContractId {
    Objects.requireNonNull(value, "value");
  }

  public static ServiceContractId of(String text) {
    return new ServiceContractId(UUID.fromString(text));
  }
}
