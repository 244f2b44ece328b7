package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.StorageFailure;
import io.crmkit.core.kernel.storage.StorageTx.MovingSavepoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The savepoints of a transaction. The database hears of one only when something after it is sent:
 * a command that fails before that costs no round trip.
 *
 * <p>Where a failed statement aborts the whole transaction (PostgreSQL), reads are guarded, too.
 * That costs no round trip as long as nothing fails: the savepoint travels in front of the first
 * read; and while a transaction of the kernel's own has neither written nor locked anything, there
 * is none: after a failure such a transaction is simply begun anew.
 */
final class Marks {

  private static final String NAME = "crmkit_";

  private final Connection connection;
  private final SqlFaults faults;
  private final PendingWrites pending;
  private final Guard guard;
  private final List<Mark> marks = new ArrayList<>();
  private boolean changed;

  /** What reads need so that the transaction survives their failure. */
  enum Guard {
    /** Nothing: the database undoes a failed statement by itself. */
    NONE,
    /** A new transaction, as long as there is nothing in this one that must stay. */
    RESTART,
    SAVEPOINT
  }

  Marks(Connection connection, SqlFaults faults, PendingWrites pending, Guard guard) {
    this.connection = connection;
    this.faults = faults;
    this.pending = pending;
    this.guard = guard;
  }

  /** A savepoint for writes. Where the host owns the transaction its first read is guarded, too. */
  MovingSavepoint mark() {
    return add(false);
  }

  /** A savepoint for reads of which each may fail by itself. */
  MovingSavepoint markForReads() {
    return add(true);
  }

  private Mark add(boolean forReads) {
    Mark mark = new Mark(forReads);
    marks.add(mark);
    return mark;
  }

  /** Something is sent that writes or locks, and must be undone by what was marked before it. */
  void realize() {
    faults.requireTransaction();
    changed = true;
    try {
      for (int i = marks.size() - 1; i >= 0; i--) {
        marks.get(i).liftGuard();
      }
      for (Mark mark : marks) {
        mark.realize();
      }
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  /**
   * To be called before each read.
   *
   * @return statements to be put in front of it; mostly none
   */
  String beforeRead() {
    faults.requireTransaction();
    if (guard == Guard.NONE || marks.isEmpty()) {
      return "";
    }
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (marks.get(i).forReads) {
        return marks.get(i).guard();
      }
    }
    Mark first = marks.get(0);
    return guard == Guard.SAVEPOINT ? first.guard() : "";
  }

  /** As {@link #beforeRead}, for reads whose text cannot be changed. */
  void beforeForeignRead() {
    String guards = beforeRead();
    if (!guards.isEmpty()) {
      try {
        execute(guards);
      } catch (SQLException e) {
        throw faults.translated(e);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One place; perhaps a savepoint of the database. */
  private final class Mark implements MovingSavepoint {

    private final boolean forReads;
    private int position;
    private int faultsBefore;

    /** Set with all that came before it, so that it undoes writes. */
    private @Nullable Savepoint savepoint;

    /** Set in front of a read, under {@link #name}; null if not. */
    private @Nullable String guarded;

    /** The guard is one of an earlier place, to which nobody goes back any more. */
    private boolean moved;

    Mark(boolean forReads) {
      this.forReads = forReads;
      this.position = pending.size();
      this.faultsBefore = faults.count();
    }

    /** What sets this mark as a guard of the next read; empty if it stands already. */
    String guard() {
      boolean restartable = guard == Guard.RESTART && !changed;
      if (savepoint != null || restartable || (guarded != null && !moved)) {
        return "";
      }
      String name = guarded != null ? guarded : NAME + marks.indexOf(this);
      String before = guarded != null ? "release savepoint " + name + ";" : "";
      guarded = name;
      moved = false;
      return before + "savepoint " + name + ";";
    }

    /**
     * Writes that wait and belong before this mark may be sent after its guard: then it would undo
     * them. Nothing was written since, so it can be lifted and set anew.
     */
    void liftGuard() throws SQLException {
      boolean complete = position == 0 && !moved && marks.get(0) == this;
      if (guarded != null && !complete) {
        execute("release savepoint " + guarded);
        guarded = null;
        moved = false;
      }
    }

    /** Sends what came before this mark, then sets it. */
    void realize() throws SQLException {
      if (savepoint == null && guarded == null) {
        int before = position;
        pending.send(connection, before);
        for (Mark mark : marks) {
          mark.position = Math.max(0, mark.position - before);
        }
        savepoint = connection.setSavepoint();
      }
    }

    @Override
    public void back() {
      faults.requireTransaction();
      forgetInner();
      try {
        if (savepoint != null) {
          pending.truncate(0);
          connection.rollback(savepoint);
        } else {
          requireWhatCameBefore();
          pending.truncate(position);
          if (guarded != null && !moved) {
            execute("rollback to savepoint " + guarded);
          } else {
            restart();
          }
        }
        faultsBefore = faults.count();
      } catch (SQLException e) {
        throw faults.translated(e);
      }
    }

    /** The failure was that of a write from before this mark, which then is no place to go to. */
    private void requireWhatCameBefore() {
      if (position > pending.size()) {
        throw new StorageFailure("a write that an outer unit of work had left to be sent failed");
      }
    }

    @Override
    public void rollback() {
      try {
        back();
        release();
      } finally {
        forget();
      }
    }

    /** Begins the kernel's own transaction anew if a read failed in it: nothing is lost. */
    private void restart() throws SQLException {
      if (guard == Guard.RESTART && !changed && faults.count() > faultsBefore) {
        connection.rollback();
      }
    }

    @Override
    public void move() {
      faults.requireTransaction();
      if (faults.count() > faultsBefore) {
        // Somebody swallowed the failure of a statement.
        back();
      }
      forgetInner();
      position = pending.size();
      try {
        if (savepoint != null) {
          connection.releaseSavepoint(savepoint);
          savepoint = null;
        }
        moved = guarded != null;
      } catch (SQLException e) {
        throw faults.translated(e);
      }
    }

    @Override
    public void release() {
      forget();
      faults.requireTransaction();
      try {
        if (savepoint != null) {
          connection.releaseSavepoint(savepoint);
        } else if (guarded != null) {
          execute("release savepoint " + guarded);
        }
      } catch (SQLException e) {
        throw faults.translated(e);
      }
    }

    /** Leaves it to the transaction's end, and to outer marks. */
    private void forget() {
      int index = marks.indexOf(this);
      if (index >= 0) {
        marks.subList(index, marks.size()).clear();
      }
    }

    private void forgetInner() {
      int index = marks.indexOf(this);
      marks.subList(index + 1, marks.size()).clear();
    }
  }
}
