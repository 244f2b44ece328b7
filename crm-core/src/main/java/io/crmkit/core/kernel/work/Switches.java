package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.ModuleSwitch;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which modules are off for which tenant. Remembered for a short while, so that a change made on
 * another node is seen within {@link #STALENESS}. A plain map rather than Caffeine: every program
 * asks this first, and a program that does little else should start quickly.
 */
final class Switches {

  static final Duration STALENESS = Duration.ofSeconds(15);

  private static final Attribute<ModuleSwitch, Boolean> OFF =
      Attribute.of(ModuleSwitch.class, "off", Boolean.class);
  private static final long MAX_TENANTS = 10_000;

  private final Kernel kernel;
  private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

  /** What was read, and until when (by {@code System.nanoTime}) it is believed. */
  private record Known(Set<String> off, long until) {}

  Switches(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Whether the module is on; read in the transaction at hand, if there is one. */
  boolean isOn(TenantId tenant, String module, @Nullable TxContext tx) {
    if (tx != null && tx.switchesChanged()) {
      return !read(tenant, tx.storage()).contains(module);
    }
    Known answer = known.get(tenant);
    if (answer == null || System.nanoTime() - answer.until() > 0) {
      Set<String> off = tx != null ? read(tenant, tx.storage()) : readAlone(tenant);
      answer = new Known(off, System.nanoTime() + STALENESS.toNanos());
      if (known.size() >= MAX_TENANTS) {
        known.clear();
      }
      known.put(tenant, answer);
    }
    return !answer.off().contains(module);
  }

  void forget(TenantId tenant) {
    known.remove(tenant);
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
