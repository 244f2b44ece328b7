package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.ModuleSwitch;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which modules are off for which tenant; remembered for a short while. */
final class Switches {

  private static final Attribute<ModuleSwitch, Boolean> OFF =
      Attribute.of(ModuleSwitch.class, "off", Boolean.class);

  private final Kernel kernel;
  private final TenantCache<Set<String>> known;

  Switches(Kernel kernel) {
    this.kernel = kernel;
    this.known = new TenantCache<>(kernel.environment().staleness());
  }

  /** Whether the module is on; read in the transaction at hand, if there is one. */
  boolean isOn(TenantId tenant, String module, @Nullable TxContext tx) {
    if (tx != null && tx.switchesChanged()) {
      return !read(tenant, tx.storage()).contains(module);
    }
    Set<String> off =
        known.get(
            tenant, () -> tx == null ? readAlone(tenant) : read(tenant, tx.storage()));
    return !off.contains(module);
  }

  void forget(TenantId tenant) {
    known.forget(tenant);
  }

  private Set<String> readAlone(TenantId tenant) {
    StorageTx alone = kernel.storage().begin();
    try {
      return read(tenant, alone);
    } finally {
      alone.rollback();
    }
  }

  private Set<String> read(TenantId tenant, StorageTx storage) {
    EntityModel<ModuleSwitch> model = kernel.models().of(KernelEntities.SWITCHES);
    Criteria<ModuleSwitch> isOff = OFF.eq(true);
    return storage.select(model, tenant, Selection.all(isOff)).stream()
        .map(ModuleSwitch::module)
        .collect(Collectors.toSet());
  }
}
