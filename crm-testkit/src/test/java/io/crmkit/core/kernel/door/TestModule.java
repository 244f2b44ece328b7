package io.crmkit.core.kernel.door;

import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import java.util.function.Consumer;

/** A module made up by a test. */
record TestModule(ModuleInfo info, Consumer<ModuleRegistrar> registration) implements CrmModule {

  static TestModule of(String id, Consumer<ModuleRegistrar> registration) {
    return new TestModule(ModuleInfo.of(id, "1", "io.example:" + id), registration);
  }

  static TestModule empty(String id) {
    return of(id, registrar -> {});
  }

  TestModule requiring(String... ids) {
    return new TestModule(info.requiring(ids), registration);
  }

  TestModule startingAfter(String... ids) {
    return new TestModule(info.startingAfter(ids), registration);
  }

  TestModule builtFor(String api) {
    return new TestModule(info.builtFor(api), registration);
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registration.accept(registrar);
  }
}
