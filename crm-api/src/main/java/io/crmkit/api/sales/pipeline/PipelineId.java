package io.crmkit.api.sales.pipeline;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one revision of a pipeline. */
public record PipelineId(UUID value) implements EntityId {

  public PipelineId {
    Objects.requireNonNull(value, "value");
  }

  public static PipelineId of(String text) {
    return new PipelineId(UUID.fromString(text));
  }
}
