package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StorageFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an error of a driver means. H2 has its own codes as states, MariaDB says little in states
 * and more in vendor codes, pools have neither.
 */
enum SqlFault {
  /** A rival came first, or would not let go of a lock: the command may be tried again. */
  CONFLICT("the database refused for now", true),
  /** As above; where the database breaks deadlocks so, the whole transaction is undone. */
  DEADLOCK("the database undid this transaction's work for a rival's", true),
  CONNECTION_LOST("the connection to the database was lost", false),
  /** A pool is exhausted, or the database takes no more connections. */
  NO_CONNECTION("no connection to the database could be had", false),
  /** By a timeout, or by an administrator. */
  CANCELLED("the database gave up a statement that took too long or was cancelled", false),
  READ_ONLY("the database lets nothing be written here", false),
  /** The host's statement, or one of ours, failed before: only a rollback helps. */
  ABORTED("an earlier statement failed, so this transaction can only be rolled back", false),
  NO_SPACE("the database has no room left or cannot write its files", false),
  OTHER("the database failed", false);

  private static final Set<String> CONFLICT_STATES = Set.of("55P03", "HYT00", "90131", "23505");
  private static final Set<String> DEADLOCK_STATES = Set.of("40001", "40P01");
  private static final Set<String> LOST_STATES =
      Set.of(
          "57P01", "57P02", "57P03", "57P05", "25P03", "90007", "90067", "90098", "90121", "90135");
  private static final Set<String> CANCELLED_STATES = Set.of("57014", "70100");
  private static final Set<String> READ_ONLY_STATES = Set.of("25006", "90097");
  private static final Set<String> NO_SPACE_STATES =
      Set.of("53100", "90028", "90031", "90030", "50100");

  /** MariaDB: lock wait timeout, a row that changed under a snapshot, a key that is taken. */
  private static final Set<Integer> CONFLICT_CODES = Set.of(1205, 1020, 1062, 1586, 1022);

  /** MariaDB: server shut down, connection killed. */
  private static final Set<Integer> LOST_CODES = Set.of(1053, 1927);

  /** MariaDB: the server is read-only. */
  private static final Set<Integer> READ_ONLY_CODES = Set.of(1290, 1792);

  /** MariaDB: disk full, table full. */
  private static final Set<Integer> NO_SPACE_CODES = Set.of(1021, 1114);

  private final String meaning;
  private final boolean again;

  SqlFault(String meaning, boolean again) {
    this.meaning = meaning;
    this.again = again;
  }

  /** The first meaning that is found along the chain. */
  static SqlFault of(SQLException e) {
    for (SQLException next = e; next != null; next = next.getNextException()) {
      SqlFault fault = ofOne(next);
      if (fault != OTHER) {
        return fault;
      }
    }
    return OTHER;
  }

  /** Whether a row was written that refers to one that is not there (PostgreSQL's state). */
  static boolean missesOwner(SQLException e) {
    for (SQLException next = e; next != null; next = next.getNextException()) {
      if ("23503".equals(next.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a guarded change missed its row, see {@link Call#orFail} (PostgreSQL's state). */
  static boolean missesRow(SQLException e) {
    return "22012".equals(e.getSQLState());
  }

  private static SqlFault ofOne(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    SqlFault byState = ofState(state);
    if (byState != OTHER) {
      return byState;
    }
    // Vendor codes of other databases mean something else; MariaDB uses them with these states.
    if (state.isEmpty() || state.equals("HY000") || state.equals("23000")) {
      SqlFault byCode = ofCode(e.getErrorCode());
      if (byCode != OTHER) {
        return byCode;
      }
    }
    return ofClass(e);
  }

  private static SqlFault ofState(String state) {
    if (CONFLICT_STATES.contains(state)) {
      return CONFLICT;
    } else if (DEADLOCK_STATES.contains(state)) {
      return DEADLOCK;
    } else if (LOST_STATES.contains(state)) {
      return CONNECTION_LOST;
    } else if (state.equals("53300") || state.equals("08004") || state.equals("08001")) {
      return NO_CONNECTION;
    } else if (state.startsWith("08")) {
      return CONNECTION_LOST;
    } else if (CANCELLED_STATES.contains(state)) {
      return CANCELLED;
    } else if (READ_ONLY_STATES.contains(state)) {
      return READ_ONLY;
    } else if (state.equals("25P02")) {
      return ABORTED;
    }
    return NO_SPACE_STATES.contains(state) ? NO_SPACE : OTHER;
  }

  private static SqlFault ofCode(int code) {
    if (CONFLICT_CODES.contains(code)) {
      return CONFLICT;
    } else if (LOST_CODES.contains(code)) {
      return CONNECTION_LOST;
    } else if (READ_ONLY_CODES.contains(code)) {
      return READ_ONLY;
    }
    return NO_SPACE_CODES.contains(code) ? NO_SPACE : OTHER;
  }

  private static SqlFault ofClass(SQLException e) {
    if (e instanceof SQLTransientConnectionException) {
      return NO_CONNECTION;
    } else if (e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException) {
      return CONNECTION_LOST;
    }
    if (e instanceof SQLTimeoutException) {
      return CANCELLED;
    }
    return causedByFiles(e) ? NO_SPACE : OTHER;
  }

  /** As H2 tells it, whatever it was doing. */
  private static boolean causedByFiles(SQLException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  CrmException with(SQLException e) {
    SQLException next = e.getNextException();
    String message = meaning + ": " + (next == null ? e : next).getMessage();
    return again ? new Conflict(message, e) : new StorageFailure(message, e);
  }

  /** The same as a failure of the commit: nobody knows then whether it was done. */
  CrmException withCommit(SQLException e) {
    if (this == CONNECTION_LOST) {
      return new StorageFailure(
          "the connection to the database was lost during the commit: it may have been done or not;"
              + " ask again under the same idempotency key: "
              + e.getMessage(),
          e);
    }
    return with(e);
  }

  static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
