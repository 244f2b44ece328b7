package io.crmkit.testkit;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.AccessRequest;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.access.FieldPolicy;
import java.util.Map;

/** Each tenant under the policy that its test has chosen; everything is allowed in the others. */
record PolicyOfTenant(Map<TenantId, AccessPolicy> policies) implements AccessPolicy {

  @Override
  public Access decide(AccessRequest request) {
    AccessPolicy policy = policies.get(request.tenant());
    return policy == null ? Access.allow() : policy.decide(request);
  }

  @Override
  public FieldPolicy fields() {
    return policies.values().stream().anyMatch(p -> p.fields() != FieldPolicy.none())
        ? this::fieldsOf
        : FieldPolicy.none();
  }

  private FieldAccess fieldsOf(TenantId tenant, Actor actor, Class<?> entity) {
    AccessPolicy policy = policies.get(tenant);
    return policy == null ? FieldAccess.none() : policy.fields().of(tenant, actor, entity);
  }
}
