package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.core.kernel.storage.StorageTx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of each tenant, remembered for a short while, so that a change made on another node
 * is seen within the staleness that the host allows. A plain map rather than Caffeine: every
 * program asks this first, and a program that does little else should start quickly. Safe for many
 * threads.
 *
 * @param <T> what is remembered, immutable
 */
final class TenantCache<T> {

  private static final long MAX_TENANTS = 10_000;

  private final Kernel kernel;
  private final BiFunction<TenantId, StorageTx, T> read;
  private final Map<TenantId, Known<T>> known = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  /** What was read, and until when (by {@code System.nanoTime}) it is believed. */
  record Known<T>(T value, long until) {
    boolean isFresh() {
      return System.nanoTime() - until <= 0;
    }
  }

  TenantCache(Kernel kernel, BiFunction<TenantId, StorageTx, T> read) {
    this.kernel = kernel;
    this.read = read;
  }

  private Known<T> known(T value) {
    return new Known<>(value, System.nanoTime() + kernel.environment().staleness().toNanos());
  }

  /** What is known of the tenant; read in the transaction at hand, if there is one. */
  T of(TenantId tenant, @Nullable TxContext tx) {
    if (tx != null && tx.changed(this)) {
      return read.apply(tenant, tx.storage());
    }
    Known<T> answer = known.get(tenant);
    if (answer != null && answer.isFresh()) {
      return answer.value();
    }
    if (tx != null && tx.joined()) {
      return forHost(tenant, tx);
    }
    long before = changes.get();
    T value = tx != null ? read.apply(tenant, tx.storage()) : readAlone(tenant);
    remember(tenant, known(value), before);
    return value;
  }

  /**
   * What a transaction of the host sees may never be true for others: it may be undone, or come
   * from an old snapshot. It is remembered for that transaction, and for all once it has committed.
   */
  private T forHost(TenantId tenant, TxContext tx) {
    Known<T> seen = tx.seen(this, tenant);
    if (seen == null || !seen.isFresh()) {
      long before = changes.get();
      Known<T> now = known(read.apply(tenant, tx.storage()));
      tx.sees(this, tenant, now);
      tx.afterCommit(
          () -> {
            if (!tx.changed(this)) {
              remember(tenant, now, before);
            }
          });
      seen = now;
    }
    return seen.value();
  }

  /** Unless something was changed since it was read. */
  private void remember(TenantId tenant, Known<T> answer, long changesBefore) {
    if (changes.get() == changesBefore) {
      if (known.size() >= MAX_TENANTS) {
        known.clear();
      }
      known.put(tenant, answer);
    }
  }

  /** To be called by whoever changes what is remembered, in the transaction that does so. */
  void changedIn(TxContext tx, TenantId tenant) {
    tx.markChanged(this);
    tx.afterCommit(new Forgetting(this, tenant));
  }

  /** Equal for the same tenant, so that it is done once. */
  private record Forgetting(TenantCache<?> cache, TenantId tenant) implements Runnable {
    @Override
    public void run() {
      cache.changes.incrementAndGet();
      cache.known.remove(tenant);
    }
  }

  private T readAlone(TenantId tenant) {
    StorageTx alone = kernel.storage().begin();
    try {
      return read.apply(tenant, alone);
    } finally {
      alone.rollback();
    }
  }
}
