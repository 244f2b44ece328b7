package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValuesChanged;
import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.Modules;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.search.Search;
import io.crmkit.api.setting.Settings;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** The kernel as a module among the others: its tables and its few services. */
public final class KernelModule implements CrmModule {

  /** The version of CrmKit. */
  public static final String VERSION = "0.2.0";

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("kernel", VERSION, "io.crmkit:crm-core").builtFor(ApiVersion.CURRENT);
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/core/kernel/migration");
    KernelEntities.ALL.forEach(registrar::entity);
    registrar.reasons(KernelReason.class);
    registrar.service(Modules.class, ModulesService.class);
    registrar.service(Search.class, SearchService.class);
    registrar.service(Settings.class, SettingsService.class);
    registrar.service(CustomFields.class, CustomFieldsService.class);
    registrar.event(CustomValuesChanged.class);
    registrar.service(AuditLog.class, AuditLogService.class);
    registrar.service(DurableWork.class, DurableWorkService.class);
    registrar.service(ChangeFeed.class, ChangeFeedService.class);
  }
}
