package io.crmkit.core.kernel.work;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.module.LoadedModule;
import io.crmkit.api.module.Modules;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.ModuleSwitch;
import io.crmkit.core.spi.work.Store;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Switches modules on and off per tenant. */
final class ModulesService implements Modules {

  private record Switching(String module, boolean off) {}

  private final Work work;

  @Inject
  ModulesService(Work work) {
    this.work = work;
  }

  @Override
  public Set<String> on() {
    return work.read(
        tx -> {
          Set<String> on = new LinkedHashSet<>();
          SessionImpl session = (SessionImpl) tx.session();
          for (LoadedModule module : loaded()) {
            if (session
                .kernel()
                .switches()
                .isOn(session.tenant(), module.info().id(), session.bound())) {
              on.add(module.info().id());
            }
          }
          return on;
        });
  }

  @Override
  public void switchOff(String moduleId) {
    requireLoaded(moduleId);
    List<Reason> reasons =
        loaded().stream()
            .filter(m -> m.info().requires().contains(moduleId))
            .filter(m -> on().contains(m.info().id()))
            .map(
                m ->
                    Reason.of(KernelReason.MODULE_REQUIRED)
                        .with("module", moduleId)
                        .with("by", m.info().id()))
            .toList();
    if (moduleId.equals("kernel")) {
      reasons =
          List.of(
              Reason.of(KernelReason.MODULE_REQUIRED)
                  .with("module", moduleId)
                  .with("by", "CrmKit"));
    }
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
    set(new Switching(moduleId, true));
  }

  @Override
  public void switchOn(String moduleId) {
    requireLoaded(moduleId);
    set(new Switching(moduleId, false));
  }

  private void set(Switching switching) {
    work.run(
        "module.switch",
        switching,
        tx -> {
          tx.lockNames("module-switch", List.of(switching.module()));
          Store<ModuleSwitch> store = tx.store(KernelEntities.SWITCHES);
          KernelId id = KernelId.named(switching.module());
          Optional<ModuleSwitch> known = store.find(id);
          ModuleSwitch wanted = new ModuleSwitch(id, 0, switching.module(), switching.off());
          ModuleSwitch result =
              known.isPresent() ? store.save(known.get(), wanted) : store.insert(wanted);
          SessionImpl session = (SessionImpl) tx.session();
          TxContext context = ((Scope) tx).context();
          session.kernel().switches().changedIn(context, session.tenant());
          if (!switching.off()) {
            context.afterCommit(session.kernel().resuming(session.tenant()));
          }
          return result;
        });
  }

  private List<LoadedModule> loaded() {
    return ((SessionImpl) work.session()).kernel().extensions().modules();
  }

  private void requireLoaded(String moduleId) {
    if (loaded().stream().noneMatch(m -> m.info().id().equals(moduleId))) {
      throw new InvalidInput("moduleId", "no such module is loaded: " + moduleId);
    }
  }
}
