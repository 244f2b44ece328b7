package io.crmkit.testkit;

import io.crmkit.api.TenantId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Everything that a tenant holds in a storage, as text: rows by table, in an order that depends on
 * nothing but them. Two fingerprints are equal if and only if nothing has changed.
 *
 * @param rows the rows of each table that has any
 */
public record Fingerprint(SortedMap<String, List<String>> rows) {

  public Fingerprint {
    SortedMap<String, List<String>> sorted = new TreeMap<>();
    rows.forEach((table, lines) -> sorted.put(table, lines.stream().sorted().toList()));
    rows = Collections.unmodifiableSortedMap(sorted);
  }

  /** How many rows there are in all tables. */
  public int size() {
    return rows.values().stream().mapToInt(List::size).sum();
  }

  /** Reads all tables {@code crm_...} that have a column {@code tenant_id}. */
  static Fingerprint ofDatabase(DataSource database, TenantId tenant) {
    try (Connection connection = database.getConnection()) {
      SortedMap<String, List<String>> rows = new TreeMap<>();
      for (String table : tablesWithTenant(connection)) {
        List<String> lines = lines(connection, table, tenant);
        if (!lines.isEmpty()) {
          rows.put(table, lines);
        }
      }
      return new Fingerprint(rows);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the tables", e);
    }
  }

  private static List<String> tablesWithTenant(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet columns =
        connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        String column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if (table.startsWith("crm_") && column.equals("tenant_id")) {
          tables.add(table);
        }
      }
    }
    if (tables.isEmpty()) {
      throw new IllegalStateException("no table crm_... with a tenant_id was found");
    }
    return tables;
  }

  private static List<String> lines(Connection connection, String table, TenantId tenant)
      throws SQLException {
    String sql = "select * from " + table + " where tenant_id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant.value());
      try (ResultSet rows = statement.executeQuery()) {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
          lines.add(line(rows));
        }
        return lines;
      }
    }
  }

  private static String line(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
      line.append(name).append('=').append(text(row, i)).append("; ");
    }
    return line.toString();
  }

  private static String text(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof byte[] || value instanceof java.sql.Blob) {
      return HexFormat.of().formatHex(row.getBytes(column));
    }
    if (value instanceof BigDecimal number) {
      // As text, PostgreSQL's driver writes zero in two ways, depending on how it was sent.
      return number.toPlainString();
    }
    return String.valueOf(row.getString(column));
  }
}
