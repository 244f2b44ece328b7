package io.crmkit.api.access;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;

/** One object, so that it can be told from policies that have rules. */
enum NoFields implements FieldPolicy {
  INSTANCE;

  @Override
  public FieldAccess of(TenantId tenant, Actor actor, Class<?> entity) {
    return FieldAccess.none();
  }
}
