package io.crmkit.examples.quickstart.upgrade;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.kernel.work.KernelModule;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** A module that reads every record of every entity of a tenant. */
final class EveryRecord implements CrmModule {

  /** The records by entity, each as its text. */
  interface Records {
    SortedMap<String, List<String>> all();
  }

  private final List<Entity<?>> entities = new ArrayList<>();

  EveryRecord() {
    ModuleRegistrar notes = notes();
    new KernelModule().register(notes);
    ServiceLoader.load(CrmModule.class).forEach(module -> module.register(notes));
  }

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("everyrecord", "0", "io.crmkit:quickstart");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.bind(binder -> binder.bind(EveryRecord.class).toInstance(this));
    registrar.service(Records.class, RecordsService.class);
  }

  private ModuleRegistrar notes() {
    return (ModuleRegistrar)
        Proxy.newProxyInstance(
            ModuleRegistrar.class.getClassLoader(),
            new Class<?>[] {ModuleRegistrar.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("entity")) {
                entities.add((Entity<?>) arguments[0]);
              }
              return null;
            });
  }

  static final class RecordsService implements Records {
    private final Work work;
    private final EveryRecord module;

    @Inject
    RecordsService(Work work, EveryRecord module) {
      this.work = work;
      this.module = module;
    }

    @Override
    public SortedMap<String, List<String>> all() {
      SortedMap<String, List<String>> all = new TreeMap<>();
      for (Entity<?> entity : module.entities) {
        List<String> records = records(entity);
        if (!records.isEmpty()) {
          all.put(entity.name(), records);
        }
      }
      return all;
    }

    private <E> List<String> records(Entity<E> entity) {
      return work.read(
          tx ->
              tx.tenantWide().store(entity).all(Criteria.all()).stream()
                  .map(String::valueOf)
                  .toList());
    }
  }
}
