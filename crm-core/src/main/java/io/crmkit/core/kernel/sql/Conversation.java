package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.sql.PendingWrites.Write;
import io.crmkit.core.kernel.storage.StorageTx.Savepoint;
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
    /** Nothing but locks that wait. */
    LOCKS,
    /** Savepoints, too: what fails behind one can only be undone if the database knows it. */
    SAVEPOINTS,
    /** Everything. */
    WRITES
  }

  private final SqlStorage storage;
  private final Connection connection;
  private final SqlTx.Owner owner;
  private final Wire wire;
  private final PendingWrites pending = new PendingWrites();
  private final List<Call> locks = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private boolean begun;
  private boolean undone;
  private @Nullable CrmException broken;

  Conversation(SqlStorage storage, Connection connection, SqlTx.Owner owner) {
    this.storage = storage;
    this.connection = connection;
    this.owner = owner;
    this.begun = owner != SqlTx.Owner.KERNEL_READING;
    this.wire = new Wire(storage, connection);
  }

  /** Whether there is a transaction to be ended. */
  boolean begun() {
    return begun;
  }

  /** Queues a write. */
  void write(Write write) {
    pending.add(write);
  }

  /** Queues a lock, to be taken before anything else is read or written. */
  void lockAhead(Call lock) {
    locks.add(lock);
  }

  /** Whether rows of one of these tables, given by their places, are queued. */
  boolean writes(Set<Integer> tables) {
    return pending.touches(tables);
  }

  /** Whether statements that are sent at once cost one round trip. */
  boolean pipelines() {
    try {
      return wire.pipelines();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Sends everything. */
  void flush() {
    send(Ahead.WRITES, List.of());
  }

  /**
   * Sends what must come before, then these.
   *
   * @throws StaleVersion if a row was changed by someone else meanwhile
   */
  void send(Ahead ahead, List<Call> calls) {
    requireUsable();
    List<Call> all = new ArrayList<>();
    boolean marked = ahead != Ahead.LOCKS && !marks.isEmpty();
    if (ahead == Ahead.SAVEPOINTS || marked || !locks.isEmpty() || pending.size() > 0) {
      begin();
    }
    if (ahead != Ahead.LOCKS || !locks.isEmpty()) {
      for (int i = 0; i < marks.size(); i++) {
        realize(i, all);
      }
      all.addAll(locks);
      locks.clear();
    }
    if (ahead == Ahead.WRITES) {
      pending.moveTo(all, pending.size());
    }
    all.addAll(calls);
    sendNow(all);
  }

  /** Begins the transaction, if that has not been done. */
  void begin() {
    if (!begun) {
      try {
        storage.startTransaction(connection);
        begun = true;
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }

  /** Has what came before a mark sent, then the savepoint. */
  private void realize(int index, List<Call> calls) {
    Mark mark = marks.get(index);
    if (mark.isReal()) {
      return;
    }
    int before = mark.position;
    pending.moveTo(calls, before);
    for (Mark other : marks) {
      other.position = Math.max(0, other.position - before);
    }
    try {
      if (wire.pipelines()) {
        String name = "crm_" + (index + 1);
        mark.name = name;
        mark.call = Call.write("savepoint " + name);
        calls.add(mark.call);
      } else {
        sendNow(calls);
        calls.clear();
        mark.savepoint = connection.setSavepoint();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void sendNow(List<Call> calls) {
    if (calls.isEmpty()) {
      return;
    }
    int missed;
    try {
      missed = wire.send(calls);
    } catch (SQLException e) {
      CrmException failure = failed(e);
      if (calls.stream().anyMatch(c -> c.rows() == null)) {
        broken = failure;
      }
      throw failure;
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
    for (Mark mark : marks) {
      mark.tooLate = mark.call != null && calls.lastIndexOf(mark.call) > missed;
    }
    StaleVersion stale = new StaleVersion(guarded.ref(), guarded.version());
    broken = stale;
    return stale;
  }

  CrmException failed(SQLException e) {
    undone |= storage.dialect().undoesTransaction(e);
    return Jdbc.translated(e);
  }

  /**
   * After a deadlock some databases have undone the whole transaction; what comes next would be
   * done, and perhaps committed, without what came before. So it would after a failure in which
   * writes were lost, unless that is undone.
   */
  private void requireUsable() {
    requireNotUndone();
    if (broken != null) {
      throw broken;
    }
  }

  private void requireNotUndone() {
    if (undone) {
      throw new Conflict("the database has undone this transaction: roll it back and begin anew");
    }
  }

  Savepoint savepoint() {
    if (!locks.isEmpty()) {
      send(Ahead.SAVEPOINTS, List.of());
    }
    Mark mark = new Mark(pending.size());
    marks.add(mark);
    return mark;
  }

  /** Forgets what has not been sent. */
  void forget() {
    pending.truncate(0);
    locks.clear();
  }

  /**
   * A savepoint that the database hears of only when something after it is sent: a command that
   * fails before it has written costs no round trip.
   */
  private final class Mark implements Savepoint {
    private int position;
    private java.sql.@Nullable Savepoint savepoint;

    /** Where savepoints are sent as text: that text, and the name in it. */
    private @Nullable Call call;

    private @Nullable String name;

    /** Whether a statement that missed its row was sent before the savepoint. */
    private boolean tooLate;

    Mark(int position) {
      this.position = position;
    }

    boolean isReal() {
      return savepoint != null || name != null;
    }

    @Override
    public void rollback() {
      forgetMark();
      pending.truncate(isReal() ? 0 : position);
      locks.clear();
      requireNotUndone();
      try {
        if (savepoint != null) {
          connection.rollback(savepoint);
        } else if (name != null) {
          wire.send(List.of(Call.write("rollback to savepoint " + name)));
        }
      } catch (SQLException e) {
        CrmException failure = failed(e);
        requireNotUndone();
        throw failure;
      }
      if (isReal() && !tooLate) {
        broken = null;
      }
    }

    @Override
    public void release() {
      forgetMark();
      try {
        if (savepoint != null) {
          connection.releaseSavepoint(savepoint);
        } else if (name != null) {
          release(Call.write("release savepoint " + name));
        }
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    /** In the host's transaction nothing may be left behind; in our own it can wait. */
    private void release(Call release) throws SQLException {
      if (owner == SqlTx.Owner.HOST) {
        wire.send(List.of(release));
      } else {
        pending.add(new Write(release, Integer.MAX_VALUE, true));
      }
    }

    private void forgetMark() {
      int index = marks.indexOf(this);
      marks.subList(index, marks.size()).clear();
    }
  }
}
