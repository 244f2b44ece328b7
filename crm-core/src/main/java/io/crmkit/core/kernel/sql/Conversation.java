package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.sql.PendingWrites.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction says to the database, and when. Whatever needs no answer waits: writes,
 * savepoints, locks that a read follows. Whatever needs one takes along what must come before it,
 * so that both cost one round trip where the database allows.
 */
final class Conversation {

  /** What must be sent before something else. */
  enum Ahead {
    /** Locks that wait, if any. */
    LOCKS,
    /** Savepoints, too: what fails behind one can only be undone if the database knows it. */
    SAVEPOINTS,
    /** Writes that wait, if any, and the savepoints before them. */
    WRITES,
    /** Writes that wait and all savepoints. */
    ALL
  }

  private static final Call COMMIT = Call.write("commit");

  private final Wire wire;
  private final SqlFaults faults;
  private final Marks marks;
  private final PendingWrites pending = new PendingWrites();
  private final List<Call> locks = new ArrayList<>();
  private boolean carrying;
  private @Nullable CrmException broken;

  Conversation(SqlStorage storage, Connection connection, SqlFaults faults, Marks.Guard guard) {
    this.wire = new Wire(storage, connection);
    this.faults = faults;
    this.marks = new Marks(connection, faults, this, guard);
  }

  Marks marks() {
    return marks;
  }

  /** Queues a write. */
  void write(Write write) {
    pending.add(write);
  }

  /** Queues a lock, to be taken before anything else is read or written. */
  void lockAhead(Call lock) {
    locks.add(lock);
  }

  /** How many writes wait. */
  int waiting() {
    return pending.size();
  }

  /** Whether rows of one of these tables, given by their places, wait to be written. */
  boolean writes(Set<Integer> tables) {
    return pending.touches(tables);
  }

  /** Whether statements that are sent at once cost one round trip. */
  boolean pipelines() throws SQLException {
    return wire.pipelines();
  }

  /** The same for those who cannot do without an answer. */
  boolean readsTogether() {
    try {
      return pipelines();
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  /**
   * Sends what must come before, then these.
   *
   * @throws StaleVersion if a row was changed by someone else meanwhile
   */
  void send(Ahead ahead, List<Call> calls) {
    faults.requireTransaction();
    requireMended();
    List<Call> all = new ArrayList<>();
    boolean writes = ahead == Ahead.ALL || (ahead == Ahead.WRITES && pending.size() > 0);
    if (writes || ahead == Ahead.SAVEPOINTS || !locks.isEmpty()) {
      marks.realize(all);
      all.addAll(locks);
      locks.clear();
    } else if (!calls.isEmpty()) {
      marks.beforeRead(all);
    }
    if (writes) {
      moveWaiting(all, pending.size());
    }
    all.addAll(calls);
    sendNow(all);
  }

  /**
   * Sends what waits and the commit together, which spares the commit its round trip. Not where
   * more than one statement must find its row, since it could not be told which of them did not.
   *
   * @return false if that cannot be done; nothing was sent then
   * @throws StaleVersion if a row was changed by someone else meanwhile; nothing is committed then
   */
  boolean sendAndCommit() {
    faults.requireTransaction();
    requireMended();
    if (pending.size() == 0 || pending.guarded() > 1 || !locks.isEmpty() || marks.any()) {
      return false;
    }
    List<Call> calls = new ArrayList<>(pending.size() + 1);
    pending.addTo(calls);
    calls.replaceAll(Call::orFail);
    calls.add(COMMIT);
    try {
      if (!wire.sendAtOnce(calls)) {
        return false;
      }
    } catch (SQLException e) {
      throw notCommitted(calls, e);
    }
    pending.truncate(0);
    return true;
  }

  private CrmException notCommitted(List<Call> calls, SQLException e) {
    CrmException failure = faults.translatedCommit(e);
    for (Call call : calls) {
      Call.Guarded guarded = call.guarded();
      if (guarded != null && SqlFault.missesRow(e)) {
        failure = new StaleVersion(guarded.ref(), guarded.version());
      } else if (guarded != null && SqlFault.missesOwner(e)) {
        failure = deletedMeanwhile(failure, e);
      }
    }
    broken = failure;
    return failure;
  }

  /** Sent behind an update that found its row deleted, before the answer to that was read. */
  private static Conflict deletedMeanwhile(CrmException failure, SQLException e) {
    return new Conflict("a record was deleted meanwhile: " + failure.getMessage(), e);
  }

  /** For a read that is not sent through here. */
  void beforeForeignRead() {
    faults.requireTransaction();
    List<Call> guards = new ArrayList<>();
    marks.beforeRead(guards);
    sendNow(guards);
  }

  /** Moves the first so many waiting writes to those that are to be sent. */
  void moveWaiting(List<Call> calls, int count) {
    carrying |= count > 0;
    pending.moveTo(calls, count);
  }

  /** Sends these and nothing else. */
  void sendNow(List<Call> calls) {
    if (calls.isEmpty()) {
      return;
    }
    int missed;
    try {
      missed = wire.send(calls);
    } catch (SQLException e) {
      CrmException failure = faults.translated(e);
      if (SqlFault.missesOwner(e) && calls.stream().anyMatch(c -> c.guarded() != null)) {
        failure = deletedMeanwhile(failure, e);
      }
      if (carrying) {
        broken = failure;
      }
      throw failure;
    } finally {
      carrying = false;
    }
    if (missed >= 0) {
      throw stale(calls, missed);
    }
  }

  /** What was sent behind the statement that missed its row cannot stay. */
  private StaleVersion stale(List<Call> calls, int missed) {
    Call.Guarded guarded = calls.get(missed).guarded();
    if (guarded == null) {
      throw new IllegalStateException("a statement without a guard cannot miss");
    }
    marks.missed(calls, missed);
    StaleVersion stale = new StaleVersion(guarded.ref(), guarded.version());
    broken = stale;
    return stale;
  }

  /**
   * After a failure in which writes were lost, nothing may be done, and perhaps committed, as if
   * they were not.
   */
  void requireMended() {
    if (broken != null) {
      throw broken;
    }
  }

  /** The failure was undone to a place before it. */
  void mended() {
    broken = null;
  }

  /** Forgets writes that were queued since there were so many, and locks that wait. */
  void truncate(int size) {
    pending.truncate(size);
    locks.clear();
  }
}
