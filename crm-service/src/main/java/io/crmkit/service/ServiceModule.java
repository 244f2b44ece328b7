package io.crmkit.service;

import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.service.calendar.CalendarFeature;
import io.crmkit.service.contract.ContractFeature;
import io.crmkit.service.entitlement.EntitlementFeature;
import io.crmkit.service.request.RequestFeature;
import io.crmkit.service.sla.LevelFeature;

/** Service after the sale, as a module. */
public final class ServiceModule implements CrmModule {

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("service", "0.2.0", "io.crmkit:crm-service").builtFor(ApiVersion.CURRENT);
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/service/migration");
    registrar.reasons(ServiceReason.class);
    CalendarFeature.register(registrar);
    LevelFeature.register(registrar);
    ContractFeature.register(registrar);
    EntitlementFeature.register(registrar);
    RequestFeature.register(registrar);
  }
}
