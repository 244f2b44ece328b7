package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.ModuleSwitch;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which modules are off for which tenant. Remembered for a short while, so that a change made on
 * another node is seen within the staleness that the host allows. A plain map rather than Caffeine:
 * every program asks this first, and a program that does little else should start quickly.
 */
final class Switches {

  private static final Attribute<ModuleSwitch, Boolean> OFF =
      Attribute.of(ModuleSwitch.class, "off", Boolean.class);
  private static final long MAX_TENANTS = 10_000;

  private final Kernel kernel;
  private final Map<TenantId, Known> known = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  /** What was read, and until when (by {@code System.nanoTime}) it is believed. */
  record Known(Set<String> off, long until) {
    boolean isFresh() {
      return System.nanoTime() - until <= 0;
    }
  }

  Switches(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Whether the module is on; read in the transaction at hand, if there is one. */
  boolean isOn(TenantId tenant, String module, @Nullable TxContext tx) {
    return !off(tenant, tx).contains(module);
  }

  private Known known(Set<String> off) {
    return new Known(off, System.nanoTime() + kernel.environment().staleness().toNanos());
  }

  private Set<String> off(TenantId tenant, @Nullable TxContext tx) {
    if (tx != null && tx.switchesChanged()) {
      return read(tenant, tx.storage());
    }
    Known answer = known.get(tenant);
    if (answer != null && answer.isFresh()) {
      return answer.off();
    }
    if (tx != null && tx.joined()) {
      return offForHost(tenant, tx);
    }
    long before = changes.get();
    Set<String> off = tx != null ? read(tenant, tx.storage()) : readAlone(tenant);
    remember(tenant, known(off), before);
    return off;
  }

  /**
   * What a transaction of the host sees may never be true for others: it may be undone, or come
   * from an old snapshot. It is remembered for that transaction, and for all once it has committed.
   */
  private Set<String> offForHost(TenantId tenant, TxContext tx) {
    Known seen = tx.modulesOff().get(tenant);
    if (seen == null || !seen.isFresh()) {
      long before = changes.get();
      Known read = known(read(tenant, tx.storage()));
      tx.modulesOff().put(tenant, read);
      tx.afterCommit(
          () -> {
            if (!tx.switchesChanged()) {
              remember(tenant, read, before);
            }
          });
      seen = read;
    }
    return seen.off();
  }

  /** Unless something was changed since it was read. */
  private void remember(TenantId tenant, Known answer, long changesBefore) {
    if (changes.get() == changesBefore) {
      if (known.size() >= MAX_TENANTS) {
        known.clear();
      }
      known.put(tenant, answer);
    }
  }

  /** What is to be done after a commit that switched modules of this tenant. */
  Runnable forgetting(TenantId tenant) {
    return new Forgetting(this, tenant);
  }

  /** Equal for the same tenant, so that it is done once. */
  private record Forgetting(Switches switches, TenantId tenant) implements Runnable {
    @Override
    public void run() {
      switches.changes.incrementAndGet();
      switches.known.remove(tenant);
    }
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
