package io.crmkit.core.kernel.boot;

import io.crmkit.api.Crm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** H2 answers to a commit before it has written it to its file, unless it is told otherwise. */
final class H2Durability {

  private static final Logger LOG = LoggerFactory.getLogger(Crm.class);

  private H2Durability() {}

  /** Warns if the database is in a file, and commits are written later. */
  static void warnAbout(Connection connection) throws SQLException {
    // What was set in an earlier session is listed beside what is in force, and is not in force.
    String sql =
        "SELECT DATABASE_PATH(), (SELECT MAX(CAST(SETTING_VALUE AS INT))"
            + " FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY')";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (row.next() && row.getString(1) != null && row.getInt(2) > 0) {
        LOG.warn(
            "H2 writes what was committed to its file {} ms later: what a crash leaves out was"
                + " acknowledged already. Add ;WRITE_DELAY=0 to the JDBC URL.",
            row.getInt(2));
      }
    }
  }
}
