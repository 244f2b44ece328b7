package io.crmkit.api.service.request;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a service request. */
public record ServiceRequestId(UUID value) implements EntityId {

  public ServiceRequestId {
    Objects.requireNonNull(value, "value");
  }

  public static ServiceRequestId of(String text) {
    return new ServiceRequestId(UUID.fromString(text));
  }
}
