package io.crmkit.core.kernel.sql;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What has to be known of MariaDB in more than one place. */
final class MariaDbRules {

  /** Compares code points, which is the order of the bytes, and does not pad with spaces. */
  static final String COLLATION = "utf8mb4_nopad_bin";

  /** The default, repeatable read, reads from a snapshot that is older than the locks it takes. */
  static final int ISOLATION = Connection.TRANSACTION_READ_COMMITTED;

  /** The first with {@code skip locked}. */
  private static final int OLDEST_MAJOR = 10;

  private static final int OLDEST_MINOR = 6;

  private static final int DEADLOCK = 1213;
  private static final int RECORD_CHANGED = 1020;
  private static final int NO_SUCH_SAVEPOINT = 1305;

  /** A table whose definition ends with its columns; comments may stand before it. */
  private static final Pattern TABLE =
      Pattern.compile(
          "(?:\\s|--[^\n]*\n|/\\*.*?\\*/)*create\\s+table\\b.*\\)\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private MariaDbRules() {}

  /** What keeps CrmKit from working as promised on this server, or with these settings. */
  static List<String> faults(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    DatabaseMetaData server = connection.getMetaData();
    int major = server.getDatabaseMajorVersion();
    if (major < OLDEST_MAJOR
        || (major == OLDEST_MAJOR && server.getDatabaseMinorVersion() < OLDEST_MINOR)) {
      faults.add(
          "MariaDB must be 10.6 or later, which this is not: "
              + server.getDatabaseProductVersion());
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select @@sql_mode, @@log_bin, @@session.binlog_format")) {
      row.next();
      Set<String> modes = Set.of(row.getString(1).toUpperCase(Locale.ROOT).split(","));
      if (!modes.contains("STRICT_TRANS_TABLES") && !modes.contains("STRICT_ALL_TABLES")) {
        faults.add("MariaDB's sql_mode must be strict, or it stores values that it has shortened");
      }
      if (modes.contains("EMPTY_STRING_IS_NULL")) {
        faults.add("MariaDB's sql_mode must not contain EMPTY_STRING_IS_NULL");
      }
      if (row.getBoolean(2) && row.getString(3).equalsIgnoreCase("STATEMENT")) {
        faults.add(
            "MariaDB's binlog_format must be ROW or MIXED: with STATEMENT it refuses to write at"
                + " read committed");
      }
    }
    return faults;
  }

  /** The statement with what its table needs to be independent of the database's defaults. */
  static String scripted(String statement) {
    return TABLE.matcher(statement).matches()
        ? statement + " engine=InnoDB default character set utf8mb4 collate " + COLLATION
        : statement;
  }

  /** At serializable every read is a locking one already. */
  static boolean readsBehindLocks(int isolation) {
    return isolation == Connection.TRANSACTION_REPEATABLE_READ
        || isolation == Connection.TRANSACTION_READ_UNCOMMITTED;
  }

  /**
   * A deadlock's victim loses its transaction, not only the statement; so does one that locks what
   * changed since its snapshot, where the server forbids that. That a savepoint is gone says the
   * same afterwards.
   */
  static boolean undoesTransaction(SQLException failure) {
    for (SQLException e = failure; e != null; e = e.getNextException()) {
      int code = e.getErrorCode();
      if (code == DEADLOCK || code == RECORD_CHANGED || code == NO_SUCH_SAVEPOINT) {
        return true;
      }
    }
    return false;
  }
}
