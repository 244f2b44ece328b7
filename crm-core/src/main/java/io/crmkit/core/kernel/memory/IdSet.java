package io.crmkit.core.kernel.memory;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ids under one key of an index. Most keys have one or a few: those are immutable sets that are
 * replaced; many are a concurrent set that grows. Changed by one thread at a time, read by all.
 */
final class IdSet {

  private static final int FEW = 8;

  private IdSet() {}

  /** The ids with one more. */
  static Set<UUID> with(Set<UUID> ids, UUID id) {
    if (ids.size() > FEW) {
      ids.add(id);
      return ids;
    }
    if (ids.isEmpty()) {
      return Set.of(id);
    }
    if (ids.contains(id)) {
      return ids;
    }
    Set<UUID> more = ids.size() == FEW ? ConcurrentHashMap.newKeySet() : new HashSet<>();
    more.addAll(ids);
    more.add(id);
    return ids.size() == FEW ? more : Set.copyOf(more);
  }

  /** The ids without this one. */
  static Set<UUID> without(Set<UUID> ids, UUID id) {
    if (!ids.contains(id)) {
      return ids;
    }
    if (ids.size() > FEW + 1) {
      ids.remove(id);
      return ids;
    }
    Set<UUID> fewer = new HashSet<>(ids);
    fewer.remove(id);
    return Set.copyOf(fewer);
  }
}
