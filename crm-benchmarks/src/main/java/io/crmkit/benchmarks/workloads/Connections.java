package io.crmkit.benchmarks.workloads;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions by hand, as a program without any library would have them. */
record Connections(DataSource source) {

  /** What is done on a connection. */
  interface Body<R> {
    R run(Connection connection) throws SQLException;
  }

  <R> R transaction(Body<R> body) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        R result = body.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  <R> R read(Body<R> body) {
    try (Connection connection = source.getConnection()) {
      return body.run(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
