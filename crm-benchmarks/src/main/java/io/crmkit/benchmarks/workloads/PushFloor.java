package io.crmkit.benchmarks.workloads;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a command has made for its tenant, written again by hand: one prepared statement
 * for each table, all its rows in one batch, one transaction. It reads, decides and locks nothing.
 */
final class PushFloor {

  private record Rows(
      String table, List<String> columns, List<Integer> types, List<@Nullable Object[]> rows) {}

  private final DataSource source;
  private final String tenant;
  private final Set<List<@Nullable Object>> before = new HashSet<>();
  private final List<Rows> made = new ArrayList<>();

  private PushFloor(DataSource source, String tenant) {
    this.source = source;
    this.tenant = tenant;
  }

  /** Notes what the tenant has, so that it is not taken for what is made next. */
  static PushFloor before(DataSource source, String tenant) throws SQLException {
    PushFloor floor = new PushFloor(source, tenant);
    try (Connection connection = source.getConnection()) {
      for (String table : tables(connection)) {
        Rows there = floor.rows(connection, table);
        there.rows().forEach(row -> floor.before.add(key(table, row)));
      }
    }
    return floor;
  }

  /** Takes the new rows out of the database. */
  void takeOut() throws SQLException {
    try (Connection connection = source.getConnection()) {
      for (String table : tables(connection)) {
        Rows there = rows(connection, table);
        there.rows().removeIf(row -> before.contains(key(table, row)));
        if (!there.rows().isEmpty()) {
          made.add(there);
        }
      }
      for (int i = made.size() - 1; i >= 0; i--) {
        delete(connection, made.get(i));
      }
    }
  }

  void require(String table, int count) {
    long found =
        made.stream().filter(m -> m.table().equals(table)).mapToLong(m -> m.rows().size()).sum();
    if (found != count) {
      throw new IllegalStateException("not " + count + " but " + found + " rows of " + table);
    }
  }

  void write() {
    new Connections(source)
        .transaction(
            connection -> {
              for (Rows rows : made) {
                insert(connection, rows);
              }
              return made.size();
            });
  }

  private static void insert(Connection connection, Rows rows) throws SQLException {
    String sql =
        "insert into "
            + rows.table()
            + " ("
            + String.join(", ", rows.columns())
            + ") values ("
            + String.join(", ", Collections.nCopies(rows.columns().size(), "?"))
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows.rows()) {
        for (int i = 0; i < row.length; i++) {
          if (row[i] == null) {
            // Without its type the driver would prepare the statement anew for every other row.
            statement.setNull(i + 1, rows.types().get(i));
          } else {
            statement.setObject(i + 1, row[i]);
          }
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The last made first: what is within another was made after it. */
  private void delete(Connection connection, Rows rows) throws SQLException {
    int id = rows.columns().indexOf("id");
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from " + rows.table() + " where tenant_id = ? and id = ?")) {
      for (int i = rows.rows().size() - 1; i >= 0; i--) {
        statement.setString(1, tenant);
        statement.setObject(2, rows.rows().get(i)[id]);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * CrmKit's tables of records, each behind those that it refers to; without names that are locked.
   */
  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> all = new LinkedHashSet<>();
    try (ResultSet columns =
        connection.getMetaData().getColumns(connection.getCatalog(), null, null, null)) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME");
        if (table.toLowerCase(Locale.ROOT).startsWith("crm_")
            && columns.getString("COLUMN_NAME").equalsIgnoreCase("id")
            && isTable(connection, columns.getString("TABLE_SCHEM"), table)) {
          all.add(table);
        }
      }
    }
    Set<String> ordered = new LinkedHashSet<>();
    for (String table : all) {
      add(connection, table, ordered, new HashSet<>());
    }
    return ordered;
  }

  private static boolean isTable(Connection connection, String schema, String name)
      throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, schema, name, new String[] {"TABLE", "BASE TABLE"})) {
      return tables.next();
    }
  }

  private static void add(
      Connection connection, String table, Set<String> ordered, Set<String> open)
      throws SQLException {
    if (ordered.contains(table) || !open.add(table)) {
      return;
    }
    try (ResultSet keys =
        connection.getMetaData().getImportedKeys(connection.getCatalog(), null, table)) {
      List<String> owners = new ArrayList<>();
      while (keys.next()) {
        owners.add(keys.getString("PKTABLE_NAME"));
      }
      for (String owner : owners) {
        add(connection, owner, ordered, open);
      }
    }
    ordered.add(table);
  }

  private Rows rows(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select * from " + table + " where tenant_id = ?")) {
      statement.setString(1, tenant);
      try (ResultSet result = statement.executeQuery()) {
        ResultSetMetaData meta = result.getMetaData();
        Rows rows = new Rows(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          rows.columns().add(meta.getColumnName(i).toLowerCase(Locale.ROOT));
          rows.types().add(meta.getColumnType(i));
        }
        while (result.next()) {
          @Nullable Object[] row = new @Nullable Object[rows.columns().size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = value(result, meta, i + 1);
          }
          rows.rows().add(row);
        }
        int id = rows.columns().indexOf("id");
        rows.rows().sort((a, b) -> String.valueOf(a[id]).compareTo(String.valueOf(b[id])));
        return rows;
      }
    }
  }

  private static @Nullable Object value(ResultSet result, ResultSetMetaData meta, int column)
      throws SQLException {
    return switch (meta.getColumnType(column)) {
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          result.getObject(column, OffsetDateTime.class);
      case Types.CLOB -> result.getString(column);
      case Types.BLOB, Types.BINARY, Types.VARBINARY -> result.getBytes(column);
      default -> result.getObject(column);
    };
  }

  private static List<@Nullable Object> key(String table, @Nullable Object[] row) {
    List<@Nullable Object> key = new ArrayList<>();
    key.add(table);
    Arrays.stream(row)
        .map(value -> value instanceof byte[] bytes ? Arrays.toString(bytes) : value)
        .forEach(key::add);
    return key;
  }
}
