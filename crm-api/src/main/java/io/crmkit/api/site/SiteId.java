package io.crmkit.api.site;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a site. */
public record SiteId(UUID value) implements EntityId {

  public SiteId {
    Objects.requireNonNull(value, "value");
  }
}
