package io.crmkit.core.kernel.work;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.FeedWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction under way, and what is remembered as long as it lasts. For one thread at a time.
 */
public final class TxContext {

  /** How it came about, which decides who undoes a failed command. */
  enum Kind {
    /** Opened by the kernel to read: commands have no place in it. */
    READ,
    /** Opened for one command: if that fails, the transaction is rolled back. */
    SINGLE,
    /** Opened for several commands, by the kernel or the host: each has its savepoint. */
    GROUP
  }

  private static final Logger LOG = LoggerFactory.getLogger(TxContext.class);

  private final StorageTx storage;
  private final Kind kind;
  private final @Nullable HostTransaction host;
  private final Joins.Line line;
  private final List<PublishedEvent> events = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Map<String, SequenceCount> sequences = new HashMap<>();
  private final List<FeedWrite> writes = new ArrayList<>();
  private final Map<Written, Long> versions = new HashMap<>();
  private final Map<Seen, TenantCache.Known<?>> seen = new HashMap<>();
  private int depth;
  private boolean ended;
  private boolean hostTells;
  private boolean lostRace;
  private @Nullable Throwable doom;

  /** What a cache knows of a tenant. */
  private record Seen(TenantCache<?> cache, TenantId tenant) {}

  /** A record of a tenant. */
  private record Written(TenantId tenant, EntityRef record) {}

  /** One of the kernel's own. */
  TxContext(StorageTx storage, Kind kind) {
    this.storage = storage;
    this.kind = kind;
    this.host = null;
    this.line = new Joins.Line();
  }

  /** One of the host's. */
  TxContext(StorageTx storage, HostTransaction host, Joins.Line line) {
    this.storage = storage;
    this.kind = Kind.GROUP;
    this.host = host;
    this.line = line;
  }

  StorageTx storage() {
    if (ended || (host != null && host.ended())) {
      throw new IllegalStateException(
          "the transaction of this session has ended: do this in a transaction of its own");
    }
    return storage;
  }

  boolean joined() {
    return host != null;
  }

  /**
   * The context in which work is under way on the same connection, if any: a subscriber or a port
   * of the host that joins the transaction once more takes part in the command that called it.
   */
  TxContext current() {
    TxContext busy = line.busy();
    return busy == null ? this : busy;
  }

  /**
   * Takes the connection for a unit of work.
   *
   * @return false if it is taken already, by an outer unit of work of this context
   */
  boolean takeLine() {
    if (line.busy() != null) {
      return false;
    }
    line.busy(this);
    return true;
  }

  void leaveLine() {
    line.busy(null);
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

  /** Forgets writes that were added since there were so many. */
  void truncateWrites(int size) {
    writes.subList(Math.min(size, writes.size()), writes.size()).clear();
  }

  /** Remembers at which version a record was written here. */
  void wrote(TenantId tenant, EntityRef record, long version) {
    versions.put(new Written(tenant, record), version);
  }

  /** The version at which a record was last written here; null if it was not. */
  @Nullable Long versionOf(TenantId tenant, EntityRef record) {
    return versions.get(new Written(tenant, record));
  }

  /** What was read in a host's transaction; it holds until that ends or changes something. */
  @SuppressWarnings("unchecked")
  <T> TenantCache.@Nullable Known<T> seen(TenantCache<T> cache, TenantId tenant) {
    return (TenantCache.Known<T>) seen.get(new Seen(cache, tenant));
  }

  <T> void sees(TenantCache<T> cache, TenantId tenant, TenantCache.Known<T> known) {
    seen.put(new Seen(cache, tenant), known);
  }

  /** Whether a savepoint is needed to undo a failed command without ending the transaction. */
  boolean savepointNeeded() {
    return kind == Kind.GROUP || depth > 0;
  }

  /** Whether the command under way is the only one, so that nothing but the commit follows it. */
  boolean commitsNext() {
    return kind == Kind.SINGLE && depth == 1;
  }

  boolean savepointsAllowed() {
    return host == null || host.savepointsAllowed();
  }

  /**
   * @throws IllegalStateException if this transaction was opened to read
   * @throws StorageFailure if the host began it for reading, or it can only be rolled back
   */
  void requireWritable() {
    StorageTx open = storage();
    if (kind == Kind.READ) {
      throw new IllegalStateException("a unit of work that reads cannot write");
    }
    requireWhole();
    if (host != null && (host.readOnly() || readOnly(open))) {
      throw new StorageFailure(
          "the host's transaction is read-only: it takes no commands, only reads");
    }
  }

  private boolean readOnly(StorageTx open) {
    try {
      return open.readOnly();
    } catch (StorageFailure e) {
      markRollbackOnly(e);
      throw e;
    }
  }

  /**
   * @throws StorageFailure if something failed in it that could not be undone by itself
   */
  void requireWhole() {
    if (doom != null) {
      throw new StorageFailure(
          "the transaction can only be rolled back: something failed in it that could not be undone"
              + " by itself ("
              + doom.getMessage()
              + ")",
          doom);
    }
  }

  /** From now on it can only be rolled back. */
  void markRollbackOnly(Throwable cause) {
    if (doom == null) {
      doom = cause;
      if (host != null) {
        host.markRollbackOnly();
        host.beforeCommit(this::requireWhole);
      }
    }
  }

  boolean rollbackOnly() {
    return doom != null;
  }

  void markLostRace() {
    lostRace = true;
  }

  boolean lostRace() {
    return lostRace;
  }

  /** What is remembered there is changed in this transaction. */
  void markChanged(TenantCache<?> cache) {
    line.changed().add(cache);
    seen.keySet().removeIf(s -> s.cache() == cache);
  }

  boolean changed(TenantCache<?> cache) {
    return line.changed().contains(cache);
  }

  /**
   * Runs the work once the transaction is committed; at the host's commit if it tells of it. Equal
   * works are done once.
   */
  void afterCommit(Runnable work) {
    if (!afterCommit.contains(work)) {
      afterCommit.add(work);
    }
    if (host != null && !hostTells) {
      hostTells = host.afterCommit(this::committed);
    }
  }

  int works() {
    return afterCommit.size();
  }

  /** Forgets works that were added since there were so many: what caused them was undone. */
  void truncateWorks(int size) {
    afterCommit.subList(Math.min(size, afterCommit.size()), afterCommit.size()).clear();
  }

  void commit() {
    StorageTx open = storage();
    if (rollbackOnly()) {
      rollback();
      requireWhole();
    }
    try {
      open.commit();
    } catch (RuntimeException e) {
      lostRace |= e instanceof StaleVersion;
      ended = true;
      open.rollback();
      throw e;
    }
    committed();
  }

  /** What is done is durable: nothing that fails now may look as if it were not. */
  private void committed() {
    ended = true;
    for (Runnable work : List.copyOf(afterCommit)) {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.warn("work after a commit failed", e);
      }
    }
    afterCommit.clear();
    line.changed().clear();
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
