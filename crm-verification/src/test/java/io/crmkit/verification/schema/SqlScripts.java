package io.crmkit.verification.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs scripts as a database administrator would: all of it, by the database's own means. */
final class SqlScripts {

  private SqlScripts() {}

  static void run(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = connectionOfItsOwn(dataSource);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
        // A driver tells of a later statement's failure when its result is asked for.
      }
    }
  }

  /** Not one of the pool: a script may leave its connection in another schema. */
  private static Connection connectionOfItsOwn(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseMetaData meta = connection.getMetaData();
      String user = meta.getUserName().replaceAll("@.*", "");
      return DriverManager.getConnection(meta.getURL(), user, "");
    }
  }

  /** The rows of a query, each as its values with a bar between. */
  static List<String> rows(DataSource dataSource, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join(" | ", values));
      }
    }
    return rows;
  }
}
