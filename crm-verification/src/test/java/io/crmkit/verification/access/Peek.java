package io.crmkit.verification.access;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.verification.architecture.DeclaredEntities;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads every record of a tenant, whoever may see it. */
final class Peek implements CrmModule {

  /** The entities of all modules but the kernel. */
  static final List<Entity<?>> ENTITIES =
      DeclaredEntities.all().stream()
          .distinct()
          .filter(entity -> !entity.name().startsWith("kernel."))
          .toList();

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("peek", "0", "io.crmkit:crm-verification");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.service(Records.class, RecordsService.class);
  }

  static Map<EntityRef, Record> all(CrmSession session) {
    return session.get(Records.class).all();
  }

  /** Everything. */
  @ProvidedBy("io.crmkit:crm-verification")
  public interface Records {
    /** Every record by its reference. */
    Map<EntityRef, Record> all();
  }

  static final class RecordsService implements Records {
    private final Work work;

    @Inject
    RecordsService(Work work) {
      this.work = work;
    }

    @Override
    public Map<EntityRef, Record> all() {
      return work.read(
          tx -> {
            Map<EntityRef, Record> all = new LinkedHashMap<>();
            for (Entity<?> entity : ENTITIES) {
              read(tx.tenantWide(), entity)
                  .forEach(row -> all.put(EntityRef.of(entity.name(), id(row)), row));
            }
            return all;
          });
    }

    private static <E> Stream<Record> read(ReadTx tx, Entity<E> entity) {
      return tx.store(entity).all(Criteria.all()).stream().map(Record.class::cast);
    }
  }

  private static EntityId id(Record row) {
    return Stream.of(Components.of(row.getClass()))
        .filter(component -> component.getName().equals("id"))
        .findFirst()
        .map(component -> (EntityId) java.util.Objects.requireNonNull(value(row, component)))
        .orElseThrow();
  }

  private static @org.jspecify.annotations.Nullable Object value(
      Record row, RecordComponent component) {
    return Graph.component(row, component);
  }
}
