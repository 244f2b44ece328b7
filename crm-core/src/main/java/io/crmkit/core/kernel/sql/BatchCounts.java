package io.crmkit.core.kernel.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * Whether the driver says of each statement in a batch how many rows it changed. MariaDB's does,
 * unless the host has set {@code useBulkStmts}; a version that nobody checks would lose updates.
 * Found out once, on the first connection that wants to know. Safe for many threads.
 */
final class BatchCounts {

  private enum Answer {
    UNKNOWN,
    EXACT,
    HIDDEN
  }

  /** Changes nothing and locks nothing. */
  private static final String PROBE = "update crm_lock set name = ? where tenant_id = ? and 1 = 0";

  private final boolean askedFirst;
  private volatile Answer answer = Answer.UNKNOWN;

  BatchCounts(Dialect dialect) {
    this.askedFirst = dialect == Dialect.MARIADB;
  }

  /** Whether statements whose count matters can be sent in one batch on this connection. */
  boolean exactOn(Connection connection) throws SQLException {
    if (askedFirst && answer == Answer.UNKNOWN) {
      answer = probe(connection) ? Answer.EXACT : Answer.HIDDEN;
    }
    return answer != Answer.HIDDEN;
  }

  private static boolean probe(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PROBE)) {
      for (String name : new String[] {"a", "b"}) {
        statement.setString(1, name);
        statement.setString(2, "");
        statement.addBatch();
      }
      return Arrays.stream(statement.executeBatch()).noneMatch(c -> c == Statement.SUCCESS_NO_INFO);
    }
  }
}
