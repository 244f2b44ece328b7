package io.crmkit.core.kernel.memory;

import io.crmkit.api.error.Conflict;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive locks held until a transaction ends. A transaction that would wait in a circle is
 * refused at once.
 */
final class MemoryLocks {

  private final Map<Object, Object> owners = new HashMap<>();
  private final Map<Object, Set<Object>> held = new HashMap<>();
  private final Map<Object, Object> waiting = new HashMap<>();
  private final Duration patience;

  MemoryLocks(Duration patience) {
    this.patience = patience;
  }

  /**
   * @throws Conflict on a deadlock, after waiting too long, or when interrupted
   */
  synchronized void lock(Object owner, Object key) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!tryLock(owner, key)) {
      if (closesCircle(owner, key)) {
        throw new Conflict(Conflict.Kind.DEADLOCK, "deadlock");
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new Conflict(Conflict.Kind.LOCK_TIMEOUT, "a lock was not given in time");
      }
      waiting.put(owner, key);
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Conflict(Conflict.Kind.LOCK_TIMEOUT, "interrupted while waiting for a lock", e);
      } finally {
        waiting.remove(owner);
      }
    }
  }

  synchronized boolean tryLock(Object owner, Object key) {
    Object current = owners.putIfAbsent(key, owner);
    if (current == null) {
      held.computeIfAbsent(owner, o -> new HashSet<>()).add(key);
    }
    return current == null || current == owner;
  }

  synchronized void releaseAll(Object owner) {
    Set<Object> keys = held.remove(owner);
    if (keys != null) {
      keys.forEach(owners::remove);
      notifyAll();
    }
  }

  private boolean closesCircle(Object owner, Object key) {
    @Nullable Object next = owners.get(key);
    while (next != null) {
      if (next == owner) {
        return true;
      }
      Object wanted = waiting.get(next);
      next = wanted == null ? null : owners.get(wanted);
    }
    return false;
  }
}
