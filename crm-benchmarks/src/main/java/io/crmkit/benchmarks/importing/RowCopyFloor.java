package io.crmkit.benchmarks.importing;

import io.crmkit.benchmarks.coldstart.JdbcFloor;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The floor: every row that the import made, written again into empty tables by prepared
 * statements, a thousand rows a batch, a commit every five batches. Reading the rows is not timed;
 * nothing is computed, checked or looked up. A program that also parsed the files and decided
 * anything would take longer.
 */
final class RowCopyFloor {

  private static final int BATCH = 1_000;
  private static final int BATCHES_A_COMMIT = 5;

  private record Table(String name, List<String> columns, List<@Nullable Object[]> rows) {}

  private final List<Table> tables = new ArrayList<>();

  /** Takes every row of CrmKit's tables into memory. */
  static RowCopyFloor read(DataSource source) throws SQLException, IOException {
    RowCopyFloor floor = new RowCopyFloor();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : JdbcFloor.tables()) {
        try (ResultSet result = statement.executeQuery("select * from " + name)) {
          floor.tables.add(table(name, result));
        }
      }
    }
    return floor;
  }

  long rows() {
    return tables.stream().mapToLong(t -> t.rows().size()).sum();
  }

  void write(DataSource target) throws SQLException {
    try (Connection connection = target.getConnection()) {
      connection.setAutoCommit(false);
      for (Table table : tables) {
        write(connection, table);
      }
      connection.commit();
    }
  }

  private static void write(Connection connection, Table table) throws SQLException {
    String sql =
        "insert into "
            + table.name()
            + " ("
            + String.join(", ", table.columns())
            + ") values ("
            + String.join(", ", Collections.nCopies(table.columns().size(), "?"))
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int count = 0;
      for (@Nullable Object[] row : table.rows()) {
        for (int i = 0; i < row.length; i++) {
          if (row[i] == null) {
            statement.setNull(i + 1, Types.NULL);
          } else {
            statement.setObject(i + 1, row[i]);
          }
        }
        statement.addBatch();
        if (++count % BATCH == 0) {
          statement.executeBatch();
          if (count % (BATCH * BATCHES_A_COMMIT) == 0) {
            connection.commit();
          }
        }
      }
      statement.executeBatch();
    }
  }

  private static Table table(String name, ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnName(i));
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    while (result.next()) {
      @Nullable Object[] row = new @Nullable Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = value(result, meta, i + 1);
      }
      rows.add(row);
    }
    return new Table(name, columns, rows);
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
}
