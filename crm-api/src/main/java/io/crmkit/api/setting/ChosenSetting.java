package io.crmkit.api.setting;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/**
 * What a tenant has chosen for a setting, as it is stored. An access policy that lets only some
 * actors choose decides about this class; nobody else needs it.
 *
 * @param setting the setting's key
 * @param content the text of the value
 */
public record ChosenSetting(Id id, long version, String setting, String content) {

  /** The id; always the same for the same key. */
  public record Id(UUID value) implements EntityId {
    public Id {
      Objects.requireNonNull(value, "value");
    }
  }
}
