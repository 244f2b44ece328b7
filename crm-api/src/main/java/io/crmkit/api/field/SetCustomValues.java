package io.crmkit.api.field;

import io.crmkit.api.value.EntityId;
import java.util.Objects;

/**
 * A record gets these values instead of its former ones.
 *
 * @param entity the record class
 * @param id which record
 * @param version the version that the caller has seen
 * @param values all values; start from the record's own to change one
 */
public record SetCustomValues<E>(Class<E> entity, EntityId id, long version, CustomValues values) {

  public SetCustomValues {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(values, "values");
  }
}
