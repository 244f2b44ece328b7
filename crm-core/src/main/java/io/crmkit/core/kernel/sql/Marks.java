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
  private final Conversation conversation;
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

  Marks(Connection connection, SqlFaults faults, Conversation conversation, Guard guard) {
    this.connection = connection;
    this.faults = faults;
    this.conversation = conversation;
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

  /** Whether there is a place to go back to. */
  boolean any() {
    return !marks.isEmpty();
  }

  private Mark add(boolean forReads) {
    Mark mark = new Mark(forReads);
    marks.add(mark);
    return mark;
  }

  /**
   * Something is sent that writes or locks, and must be undone by what was marked before it.
   *
   * @param calls what sets the savepoints, with all that must be sent before them, is added here,
   *     or sent already
   */
  void realize(List<Call> calls) {
    changed = true;
    try {
      for (int i = marks.size() - 1; i >= 0; i--) {
        marks.get(i).liftGuard();
      }
      for (int i = 0; i < marks.size(); i++) {
        marks.get(i).realize(i, calls);
      }
    } catch (SQLException e) {
      throw faults.translated(e);
    }
  }

  /**
   * To be called before each read.
   *
   * @param calls what must be sent ahead of it is added here; mostly nothing
   */
  void beforeRead(List<Call> calls) {
    if (guard == Guard.NONE || marks.isEmpty()) {
      return;
    }
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (marks.get(i).forReads) {
        marks.get(i).guard(calls);
        return;
      }
    }
    if (guard == Guard.SAVEPOINT) {
      marks.get(0).guard(calls);
    }
  }

  /** A statement missed its row; what was sent behind it cannot stay. */
  void missed(List<Call> calls, int place) {
    for (Mark mark : marks) {
      mark.tooLate |= mark.call != null && calls.lastIndexOf(mark.call) > place;
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

    /** The same where savepoints are sent as text: that text, and the name in it. */
    private @Nullable Call call;

    private @Nullable String name;

    /** Whether it was set behind a statement that missed its row. */
    private boolean tooLate;

    /** Set in front of a read, under {@link #name}; null if not. */
    private @Nullable String guarded;

    /** The guard is one of an earlier place, to which nobody goes back any more. */
    private boolean moved;

    Mark(boolean forReads) {
      this.forReads = forReads;
      this.position = conversation.waiting();
      this.faultsBefore = faults.count();
    }

    private boolean isSet() {
      return savepoint != null || name != null;
    }

    /** Adds what sets this mark as a guard of the next read; nothing if it stands already. */
    void guard(List<Call> calls) {
      boolean restartable = guard == Guard.RESTART && !changed;
      if (isSet() || restartable || (guarded != null && !moved)) {
        return;
      }
      if (guarded == null) {
        guarded = NAME + marks.indexOf(this);
      } else {
        calls.add(Call.write("release savepoint " + guarded));
      }
      moved = false;
      calls.add(Call.write("savepoint " + guarded));
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

    /** Has what came before this mark sent, then the savepoint. */
    void realize(int index, List<Call> calls) throws SQLException {
      if (isSet() || guarded != null) {
        return;
      }
      int before = position;
      conversation.moveWaiting(calls, before);
      for (Mark mark : marks) {
        mark.position = Math.max(0, mark.position - before);
      }
      if (conversation.pipelines()) {
        name = NAME + index;
        call = Call.write("savepoint " + name);
        calls.add(call);
      } else {
        sendBefore(index, calls);
        savepoint = connection.setSavepoint();
      }
    }

    /** If that fails, neither this mark nor those behind it are places to go back to. */
    private void sendBefore(int index, List<Call> calls) {
      List<Mark> behind = marks.subList(index, marks.size());
      behind.forEach(mark -> mark.tooLate = true);
      conversation.sendNow(calls);
      calls.clear();
      behind.forEach(mark -> mark.tooLate = false);
    }

    @Override
    public void back() {
      faults.requireTransaction();
      forgetInner();
      try {
        requireWhatCameBefore();
        if (isSet()) {
          conversation.truncate(0);
          rollBackTo();
          conversation.mended();
        } else {
          conversation.truncate(position);
          if (guarded != null && !moved) {
            execute("rollback to savepoint " + guarded);
            conversation.mended();
          } else {
            restart();
          }
        }
        faultsBefore = faults.count();
      } catch (SQLException e) {
        throw faults.translated(e);
      }
    }

    private void rollBackTo() throws SQLException {
      if (name != null) {
        execute("rollback to savepoint " + name);
      } else {
        connection.rollback(savepoint);
      }
    }

    private void releaseIfSet() throws SQLException {
      if (name != null) {
        execute("release savepoint " + name);
      } else if (savepoint != null) {
        connection.releaseSavepoint(savepoint);
      }
    }

    /** The failure was that of a write from before this mark, which then is no place to go to. */
    private void requireWhatCameBefore() {
      if (tooLate || position > conversation.waiting()) {
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
      position = conversation.waiting();
      try {
        releaseIfSet();
        savepoint = null;
        name = null;
        call = null;
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
        if (isSet()) {
          releaseIfSet();
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
