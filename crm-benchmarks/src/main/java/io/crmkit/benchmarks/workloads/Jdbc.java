package io.crmkit.benchmarks.workloads;

import io.crmkit.benchmarks.workloads.JdbcRows.Absent;
import io.crmkit.benchmarks.workloads.JdbcRows.Document;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** The few lines around JDBC that every program by hand has. */
final class Jdbc {

  private Jdbc() {}

  static void bind(PreparedStatement statement, int from, Object... values) throws SQLException {
    int index = from;
    for (Object value : values) {
      if (value instanceof Absent absent) {
        statement.setNull(index++, absent.type());
      } else if (value instanceof Document document) {
        statement.setObject(index++, document.text(), Types.OTHER);
      } else if (value instanceof String text) {
        statement.setString(index++, text);
      } else if (value instanceof Long number) {
        statement.setLong(index++, number);
      } else if (value instanceof Integer number) {
        statement.setInt(index++, number);
      } else {
        statement.setObject(index++, value);
      }
    }
  }

  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, 1, values);
      return statement.executeUpdate();
    }
  }

  static void batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, 1, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
