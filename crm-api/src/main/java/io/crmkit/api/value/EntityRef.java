package io.crmkit.api.value;

import java.util.Objects;
import java.util.UUID;

/**
 * A reference to a record of any module, by the entity's stable name (such as {@code
 * "sales.opportunity"}) and its id. It names the record; it does not promise that the caller may
 * see it.
 *
 * @param entity the stable name of the entity, as declared by its module
 * @param id the record's id
 */
public record EntityRef(String entity, UUID id) {

  public EntityRef {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(id, "id");
  }

  /** A reference to the record with this typed id. */
  public static EntityRef of(String entity, EntityId id) {
    return new EntityRef(entity, id.value());
  }

  @Override
  public String toString() {
    return entity + "/" + id;
  }
}
