package io.crmkit.api.access;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;

/**
 * What is asked of the access policy.
 *
 * @param tenant the tenant
 * @param actor the caller
 * @param operation what is about to be done
 * @param entity the record class of the entity, such as {@code Opportunity.class}
 */
public record AccessRequest(TenantId tenant, Actor actor, Operation operation, Class<?> entity) {

  /** What can be done to records. */
  public enum Operation {
    READ,
    CREATE,
    CHANGE,
    DELETE
  }
}
