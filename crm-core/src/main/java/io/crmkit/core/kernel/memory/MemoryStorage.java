package io.crmkit.core.kernel.memory;

import io.crmkit.api.HostTransaction;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.storage.StorageTx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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

  /** A commit clears away no more than this and twice what it wrote, so that none takes long. */
  private static final int CLEARED_AT_ONCE = 1_000;

  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

  private final ModelRegistry models;
  private final Map<EntityModel<?>, MemoryTable> tables = new HashMap<>();
  private final MemoryLocks locks;
  private final Set<MemoryTx> running = ConcurrentHashMap.newKeySet();
  private final Object commitLock = new Object();
  private final Deque<Superseded> superseded = new ArrayDeque<>();
  private volatile long committed;

  /** A row of which a state became outdated with this commit. */
  private record Superseded(long sequence, MemoryTable table, RowKey key) {}

  public MemoryStorage(ModelRegistry models) {
    this(models, LOCK_PATIENCE);
  }

  /**
   * @param lockPatience how long a transaction waits for a lock before it is refused
   */
  MemoryStorage(ModelRegistry models, Duration lockPatience) {
    this.models = models;
    this.locks = new MemoryLocks(lockPatience);
    models.all().forEach(m -> tables.put(m, new MemoryTable(m)));
  }

  @Override
  public StorageTx begin() {
    MemoryTx tx = new MemoryTx(this);
    running.add(tx);
    // Only now, so that no commit in between forgets what this snapshot sees.
    tx.renewSnapshot();
    return tx;
  }

  @Override
  public StorageTx beginReading() {
    return begin();
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
    running.remove(tx);
    synchronized (commitLock) {
      long sequence = committed + 1;
      int count = 0;
      for (var written : writes.entrySet()) {
        MemoryTable table = table(written.getKey());
        for (var row : written.getValue().entrySet()) {
          if (table.commit(row.getKey(), row.getValue(), sequence)) {
            superseded.add(new Superseded(sequence, table, row.getKey()));
          }
          count++;
        }
      }
      committed = sequence;
      clear(CLEARED_AT_ONCE + 2 * count);
    }
    ended(tx);
  }

  /** Forgets outdated states that no running transaction can see any more. */
  private void clear(int most) {
    long oldest = Long.MAX_VALUE;
    for (MemoryTx tx : running) {
      oldest = Math.min(oldest, tx.snapshot());
    }
    oldest = oldest == Long.MAX_VALUE ? committed : oldest;
    for (int i = 0; i < most; i++) {
      Superseded next = superseded.peek();
      if (next == null || next.sequence() > oldest) {
        return;
      }
      superseded.remove();
      next.table().forget(next.key(), oldest);
    }
  }

  /** How much is kept, of any state: does not grow while as much is deleted as is added. */
  int size() {
    synchronized (commitLock) {
      return superseded.size() + tables.values().stream().mapToInt(MemoryTable::size).sum();
    }
  }

  void ended(MemoryTx tx) {
    running.remove(tx);
    locks.releaseAll(tx);
  }
}
