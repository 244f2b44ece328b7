package io.crmkit.core.kernel.work;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.work.KernelEntities.FeedWrite;
import io.crmkit.core.kernel.storage.StorageTx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction under way, and what is remembered as long as it lasts. For one thread at a time.
 */
public final class TxContext {

  /** How it came about, which decides who undoes a failed command. */
  enum Kind {
    /** Opened for one command: if that fails, the transaction is rolled back. */
    SINGLE,
    /** Opened for several commands, by the kernel or the host: each has its savepoint. */
    GROUP
  }

  private final StorageTx storage;
  private final Kind kind;
  private final @Nullable HostTransaction host;
  private final List<PublishedEvent> events = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Map<String, SequenceCount> sequences = new HashMap<>();
  private final List<FeedWrite> writes = new ArrayList<>();
  private final Map<Written, Long> versions = new HashMap<>();
  private final Set<Lane> woken = new HashSet<>();
  private int depth;
  private boolean ended;
  private boolean rollbackOnly;
  private boolean lostRace;
  private boolean switchesChanged;

  /** A record of a tenant. */
  private record Written(TenantId tenant, EntityRef record) {}

  /** What there was before a command: so many events not told of yet, so many writes. */
  record Mark(int events, int writes) {}

  TxContext(StorageTx storage, Kind kind, @Nullable HostTransaction host) {
    this.storage = storage;
    this.kind = kind;
    this.host = host;
  }

  StorageTx storage() {
    if (ended) {
      throw new IllegalStateException("the transaction of this session has ended");
    }
    return storage;
  }

  int depth() {
    return depth;
  }

  void enter() {
    depth++;
  }

  void leave() {
    depth--;
  }

  List<PublishedEvent> events() {
    return events;
  }

  Map<String, SequenceCount> sequences() {
    return sequences;
  }

  /** The audited writes of the command under way. */
  List<FeedWrite> writes() {
    return writes;
  }

  Mark mark() {
    return new Mark(events.size(), writes.size());
  }

  /** Forgets what came after the mark. */
  void undoTo(Mark mark) {
    cut(events, mark.events());
    cut(writes, mark.writes());
    sequences.clear();
  }

  private static void cut(List<?> list, int size) {
    list.subList(Math.min(size, list.size()), list.size()).clear();
  }

  /** Remembers at which version a record was written here. */
  void wrote(TenantId tenant, EntityRef record, long version) {
    versions.put(new Written(tenant, record), version);
  }

  /** The version at which a record was last written here; null if it was not. */
  @Nullable Long versionOf(TenantId tenant, EntityRef record) {
    return versions.get(new Written(tenant, record));
  }

  /** Lets the relay look at this lane after the commit. */
  void wake(Kernel kernel, Lane lane) {
    if (woken.isEmpty()) {
      afterCommit(() -> kernel.wakeRelay(Set.copyOf(woken)));
    }
    woken.add(lane);
  }

  /** Whether a savepoint is needed to undo a failed command without ending the transaction. */
  boolean savepointNeeded() {
    return kind == Kind.GROUP || depth > 0;
  }

  boolean savepointsAllowed() {
    return host == null || host.savepointsAllowed();
  }

  void markRollbackOnly() {
    rollbackOnly = true;
    if (host != null) {
      host.markRollbackOnly();
    }
  }

  boolean rollbackOnly() {
    return rollbackOnly;
  }

  void markLostRace() {
    lostRace = true;
  }

  boolean lostRace() {
    return lostRace;
  }

  void markSwitchesChanged() {
    switchesChanged = true;
  }

  boolean switchesChanged() {
    return switchesChanged;
  }

  /** Runs the work once the transaction is committed; at the host's commit if it tells of it. */
  void afterCommit(Runnable work) {
    if (host == null || !host.afterCommit(work)) {
      afterCommit.add(work);
    }
  }

  void commit() {
    if (rollbackOnly) {
      rollback();
      throw new IllegalStateException("a command failed in this transaction: it was rolled back");
    }
    StorageTx open = storage();
    try {
      open.commit();
    } catch (RuntimeException e) {
      ended = true;
      try {
        open.rollback();
      } catch (RuntimeException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
    ended = true;
    afterCommit.forEach(Runnable::run);
  }

  void rollback() {
    if (!ended) {
      ended = true;
      storage.rollback();
    }
  }

  boolean ended() {
    return ended;
  }
}
