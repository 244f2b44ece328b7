package io.crmkit.api.access;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;

/**
 * The host's say on single fields, for records that {@link AccessPolicy} lets an actor see. Asked
 * once for each entity in each unit of work that shows or fills in its records; must be fast,
 * thread-safe and free of side effects.
 */
@FunctionalInterface
public interface FieldPolicy {

  /**
   * The rules for an actor.
   *
   * @param entity the record class of the entity, such as {@code Opportunity.class}
   */
  FieldAccess of(TenantId tenant, Actor actor, Class<?> entity);

  /** No field is treated in a way of its own; costs nothing. */
  static FieldPolicy none() {
    return NoFields.INSTANCE;
  }
}
