package io.crmkit.service.entitlement;

import io.crmkit.api.service.entitlement.Entitlements;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** What the module brings of the entitlement check. */
public final class EntitlementFeature {

  private EntitlementFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.service(Entitlements.class, EntitlementService.class);
  }
}
