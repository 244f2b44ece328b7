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

/** Which modules are off for which tenant. */
final class Switches {

  private static final Attribute<ModuleSwitch, Boolean> OFF =
      Attribute.of(ModuleSwitch.class, "off", Boolean.class);

  private final Kernel kernel;
  private final TenantCache<Set<String>> off;

  Switches(Kernel kernel) {
    this.kernel = kernel;
    this.off = new TenantCache<>(kernel, this::read);
  }

  /** Whether the module is on; read in the transaction at hand, if there is one. */
  boolean isOn(TenantId tenant, String module, @Nullable TxContext tx) {
    return !off.of(tenant, tx).contains(module);
  }

  /** A module is switched in this transaction. */
  void changedIn(TxContext tx, TenantId tenant) {
    off.changedIn(tx, tenant);
  }

  private Set<String> read(TenantId tenant, StorageTx storage) {
    EntityModel<ModuleSwitch> model = kernel.models().of(KernelEntities.SWITCHES);
    Criteria<ModuleSwitch> isOff = OFF.eq(true);
    return storage.select(model, tenant, Selection.all(isOff)).stream()
        .map(ModuleSwitch::module)
        .collect(Collectors.toSet());
  }
}
