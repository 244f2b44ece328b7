package io.crmkit.service.sla;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.ReadTx;
import java.util.Optional;

/** What the module brings of service levels, and how its other features find them. */
public final class LevelFeature {

  public static final Entity<ServiceLevel> LEVELS =
      Entity.of(ServiceLevel.class, "service.level", "crm_service_level")
          .json("terms")
          .unique(ServiceReason.DEFINITION_CHANGED, "code", "revision")
          .indexed("code")
          .publicToTenant();

  private static final Attribute<ServiceLevel, String> CODE =
      Attribute.of(ServiceLevel.class, "code", String.class);
  private static final Attribute<ServiceLevel, Integer> REVISION =
      Attribute.of(ServiceLevel.class, "revision", Integer.class);

  private LevelFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(LEVELS);
    registrar.service(ServiceLevels.class, LevelService.class);
  }

  /** The revision in force of a service level. */
  static Optional<ServiceLevel> current(ReadTx tx, String code) {
    return tx
        .store(LEVELS)
        .list(Query.where(CODE.eq(code)).orderBy(REVISION.descending()).limit(1))
        .stream()
        .findFirst();
  }
}
