package io.crmkit.core.kernel.host;

import io.crmkit.testkit.TestCrm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The host's own table, beside those of the CRM. */
final class HostRows {

  private HostRows() {}

  /** What the host does on its connection, in a transaction that is undone at the end. */
  @FunctionalInterface
  interface HostWork {
    void on(Connection connection) throws Exception;
  }

  /** Does nothing on memory, where no connection can be joined. */
  static void onDatabase(TestCrm crm, HostWork work) throws Exception {
    if (crm.dataSource().isPresent()) {
      DataSource database = crm.dataSource().get();
      create(database);
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          work.on(connection);
        } finally {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    }
  }

  static void create(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists erp_word (tenant varchar(64), word varchar(50))");
    }
  }

  static void insert(Connection connection, TestCrm crm, String word) throws SQLException {
    try (var statement = connection.prepareStatement("insert into erp_word values (?, ?)")) {
      statement.setString(1, crm.tenant().value());
      statement.setString(2, word);
      statement.executeUpdate();
    }
  }

  /** What is committed. */
  static List<String> all(TestCrm crm) throws SQLException {
    try (Connection connection = crm.dataSource().orElseThrow().getConnection();
        var statement =
            connection.prepareStatement(
                "select word from erp_word where tenant = ? order by word")) {
      statement.setString(1, crm.tenant().value());
      try (ResultSet rows = statement.executeQuery()) {
        List<String> words = new ArrayList<>();
        while (rows.next()) {
          words.add(rows.getString(1));
        }
        return words;
      }
    }
  }
}
