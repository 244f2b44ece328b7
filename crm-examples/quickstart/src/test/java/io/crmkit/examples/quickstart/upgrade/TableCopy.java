package io.crmkit.examples.quickstart.upgrade;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables of a database, as far as a release of old had them, read and filled. */
final class TableCopy {

  /** What columns that are gone were, told by those that came after them. */
  private static final Map<String, String> GONE =
      Map.of(
          "crm_delivery.sequence", "turn_position",
          "crm_delivery.attempts_parked", "attempts_status = 'PARKED'");

  private final SortedMap<String, List<String>> columns;

  private TableCopy(SortedMap<String, List<String>> columns) {
    this.columns = columns;
  }

  /** The tables and columns that are in this database now. */
  static TableCopy of(DataSource database) throws SQLException {
    SortedMap<String, List<String>> columns = new TreeMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select lower(table_name), lower(column_name) from information_schema.columns"
                    + " where table_schema = ? order by table_name, ordinal_position")) {
      statement.setString(1, connection.getSchema());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String table = rows.getString(1);
          if (table.startsWith("crm_") && !table.startsWith("crm_schema_")) {
            columns.computeIfAbsent(table, t -> new ArrayList<>()).add(rows.getString(2));
          }
        }
      }
    }
    return new TableCopy(columns);
  }

  /** Every row of these tables and columns, in a fixed order; from a database of that release. */
  SortedMap<String, List<String>> rowsThen(DataSource database) throws SQLException {
    return rows(database, Map.of());
  }

  /** The same rows from a database of the present version. */
  SortedMap<String, List<String>> rowsNow(DataSource database) throws SQLException {
    return rows(database, GONE);
  }

  private SortedMap<String, List<String>> rows(DataSource database, Map<String, String> gone)
      throws SQLException {
    SortedMap<String, List<String>> all = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : columns.keySet()) {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(select(table, gone))) {
          while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              values.add(rows.getString(i));
            }
            lines.add(String.join(" | ", values));
          }
        }
        all.put(table, lines.stream().sorted().toList());
      }
    }
    return all;
  }

  /** Fills these tables with what a database of the present version has in them. */
  void copy(DataSource from, DataSource to) throws SQLException {
    try (Connection source = from.getConnection();
        Connection target = to.getConnection()) {
      foreignKeys(target, false);
      for (String table : columns.keySet()) {
        copy(source, target, table);
      }
      foreignKeys(target, true);
    }
  }

  private void copy(Connection source, Connection target, String table) throws SQLException {
    String marks =
        columns.get(table).stream().map(c -> "?").collect(Collectors.joining(", ", "(", ")"));
    String insert =
        "insert into " + table + " (" + String.join(", ", columns.get(table)) + ") values " + marks;
    try (Statement statement = source.createStatement();
        ResultSet rows = statement.executeQuery(select(table, GONE));
        PreparedStatement inserting = target.prepareStatement(insert)) {
      int count = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= count; i++) {
          inserting.setObject(i, rows.getObject(i));
        }
        inserting.executeUpdate();
      }
    }
  }

  private String select(String table, Map<String, String> gone) {
    return columns.get(table).stream()
        .map(column -> gone.getOrDefault(table + "." + column, column))
        .collect(Collectors.joining(", ", "select ", " from " + table));
  }

  /** The rows hold together where they come from; they need not come in an order. */
  private static void foreignKeys(Connection connection, boolean checked) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          product.equals("h2")
              ? "set referential_integrity " + checked
              : "set session_replication_role = " + (checked ? "origin" : "replica"));
    }
  }
}
