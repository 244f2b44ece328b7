package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Definitions of tenants, believed for a while: what another node changes is seen within that time,
 * what this node changes as soon as it is forgotten here. A plain map rather than Caffeine: every
 * program asks this first, and a program that does little else should start quickly. Safe for many
 * threads.
 */
final class TenantCache<V> {

  private static final long MAX_TENANTS = 10_000;

  private final Duration staleness;
  private final Map<TenantId, Known<V>> known = new ConcurrentHashMap<>();
  private long forgotten;

  /** What was read, and until when (by {@code System.nanoTime}) it is believed. */
  private record Known<V>(V value, long until) {}

  /**
   * @param staleness for how long something is believed
   */
  TenantCache(Duration staleness) {
    this.staleness = staleness;
  }

  /** What is known, or else what is read now. */
  V get(TenantId tenant, Supplier<V> read) {
    Known<V> answer = known.get(tenant);
    if (answer != null && System.nanoTime() - answer.until() <= 0) {
      return answer.value();
    }
    long before = changes();
    V value = read.get();
    keep(tenant, new Known<>(value, System.nanoTime() + staleness.toNanos()), before);
    return value;
  }

  private synchronized long changes() {
    return forgotten;
  }

  /** What was read before a change must not outlive it. */
  private synchronized void keep(TenantId tenant, Known<V> value, long before) {
    if (forgotten == before) {
      if (known.size() >= MAX_TENANTS) {
        known.clear();
      }
      known.put(tenant, value);
    }
  }

  /** The tenant's definitions have changed, and the change is committed. */
  synchronized void forget(TenantId tenant) {
    forgotten++;
    known.remove(tenant);
  }
}
