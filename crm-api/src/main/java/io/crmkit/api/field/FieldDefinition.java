package io.crmkit.api.field;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A custom field that records of an entity have, as it is now.
 *
 * @param entity the stable name of the entity, such as {@code "customer.customer"}
 * @param key its key
 * @param type what it holds; never changes
 * @param label what people call it
 * @param rules what values must be like
 * @param use what it is for
 * @param target the stable name of the entity that it refers to; null for other types
 * @param origin where it comes from, and how it stands
 */
public record FieldDefinition(
    String entity,
    String key,
    FieldType type,
    FieldLabel label,
    FieldRules rules,
    FieldUse use,
    @Nullable String target,
    Origin origin) {

  public FieldDefinition {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(origin, "origin");
  }

  /**
   * Where a definition comes from.
   *
   * @param module the id of the module that declares it; null if the tenant does
   * @param version counts the changes of a tenant's definition; 0 if a module declares it
   * @param state whether it is in use
   */
  public record Origin(@Nullable String module, long version, State state) {}

  /** Whether a field is in use. */
  public enum State {
    ACTIVE,
    /** No values are taken any more; those that are there stay. */
    RETIRED
  }

  public boolean isActive() {
    return origin.state() == State.ACTIVE;
  }
}
