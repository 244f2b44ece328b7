package io.crmkit.core.kernel.boot;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;

/** Found by {@code Crm.builder}. */
public final class CrmBuilderFactory implements CrmBuilder.Factory {

  @Override
  public CrmBuilder create(AccessPolicy policy) {
    return new DefaultCrmBuilder(policy);
  }
}
