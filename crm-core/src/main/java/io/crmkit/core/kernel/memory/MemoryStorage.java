package io.crmkit.core.kernel.memory;

import io.crmkit.api.HostTransaction;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.storage.StorageTx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Storage in memory, with real transactions: each command reads a snapshot, writes are locked row
 * by row and become visible together at commit.
 */
public final class MemoryStorage implements Storage {

  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

  private final ModelRegistry models;
  private final Map<EntityModel<?>, MemoryTable> tables = new HashMap<>();
  private final MemoryLocks locks = new MemoryLocks(LOCK_PATIENCE);
  private final Set<MemoryTx> running = ConcurrentHashMap.newKeySet();
  private final Object commitLock = new Object();
  private volatile long committed;

  public MemoryStorage(ModelRegistry models) {
    this.models = models;
    models.all().forEach(m -> tables.put(m, new MemoryTable(m)));
  }

  @Override
  public StorageTx begin() {
    MemoryTx tx = new MemoryTx(this);
    running.add(tx);
    return tx;
  }

  @Override
  public StorageTx join(HostTransaction transaction) {
    throw new IllegalArgumentException(
        "memory storage joins only transactions that were begun with Crm.begin()");
  }

  ModelRegistry models() {
    return models;
  }

  MemoryLocks locks() {
    return locks;
  }

  long committed() {
    return committed;
  }

  MemoryTable table(EntityModel<?> model) {
    MemoryTable table = tables.get(model);
    if (table == null) {
      throw new IllegalArgumentException("no table for " + model.name());
    }
    return table;
  }

  void commit(MemoryTx tx, Map<EntityModel<?>, ? extends Map<RowKey, @Nullable Object>> writes) {
    synchronized (commitLock) {
      long sequence = committed + 1;
      long oldest = running.stream().mapToLong(MemoryTx::snapshot).min().orElse(committed);
      writes.forEach(
          (model, rows) ->
              rows.forEach((key, row) -> table(model).commit(key, row, sequence, oldest)));
      committed = sequence;
    }
    ended(tx);
  }

  void ended(MemoryTx tx) {
    running.remove(tx);
    locks.releaseAll(tx);
  }
}
