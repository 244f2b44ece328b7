package io.crmkit.verification.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * The tables {@code crm_...} of a database, in words that are the same for all databases: each line
 * is a column with type and nullness, a key or an index. The histories of migrations are left out.
 */
final class NeutralSchema {

  /** The length of {@code 2026-03-29 01:30:00.123456}. */
  private static final int DATETIME_6 = 26;

  private final String database;
  private final Connection connection;
  private final DatabaseMetaData meta;
  private final Set<String> jsonOnMariaDb = new HashSet<>();
  private final SortedSet<String> lines = new TreeSet<>();

  private NeutralSchema(Connection connection) throws SQLException {
    this.connection = connection;
    this.meta = connection.getMetaData();
    this.database = meta.getDatabaseProductName();
  }

  /** The lines of this database. */
  static SortedSet<String> of(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      NeutralSchema schema = new NeutralSchema(connection);
      schema.readJsonColumns();
      for (String table : schema.tables()) {
        schema.readColumns(table);
        schema.readKeysAndIndexes(table);
      }
      return schema.lines;
    }
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        meta.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (rows.next()) {
        String table = rows.getString("TABLE_NAME");
        String type = rows.getString("TABLE_TYPE");
        if (lower(table).startsWith("crm_")
            && !lower(table).startsWith("crm_schema_")
            && type.contains("TABLE")) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  /** MariaDB's json is a longtext with a check, which the driver does not tell. */
  private void readJsonColumns() throws SQLException {
    if (!database.equals("MariaDB")) {
      return;
    }
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select table_name, check_clause from information_schema.check_constraints"
                    + " where constraint_schema = database()");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String check = rows.getString(2).replace("`", "");
        if (check.startsWith("json_valid(")) {
          jsonOnMariaDb.add(rows.getString(1) + "." + check.substring(11, check.length() - 1));
        } else {
          lines.add(lower(rows.getString(1)) + ": check " + check);
        }
      }
    }
  }

  private void readColumns(String table) throws SQLException {
    try (ResultSet row =
        meta.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
      while (row.next()) {
        String column = row.getString("COLUMN_NAME");
        String nullness =
            row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? " not null" : "";
        String value = row.getString("COLUMN_DEF");
        boolean none = value == null || value.equalsIgnoreCase("null");
        String type = type(table, column, row);
        lines.add(
            lower(table)
                + ": "
                + lower(column)
                + " "
                + type
                + nullness
                + (none ? "" : " default " + standard(type, value)));
      }
    }
  }

  /** A default as the scripts say it; MariaDB's truths are numbers. */
  private static String standard(String type, String value) {
    String bare = value.replaceFirst("::\\w+$", "");
    if (type.equals("boolean")) {
      return bare.equals("0") || bare.equalsIgnoreCase("false") ? "false" : "true";
    }
    return bare;
  }

  /** The type in the words of the scripts; an unknown one as the database calls it. */
  private String type(String table, String column, ResultSet row) throws SQLException {
    String name = lower(row.getString("TYPE_NAME"));
    int size = row.getInt("COLUMN_SIZE");
    int scale = row.getInt("DECIMAL_DIGITS");
    boolean unlimited = size >= 1_000_000;
    return switch (name) {
      case "character varying", "varchar" -> unlimited ? "${text}" : "varchar(" + size + ")";
      case "text" -> "${text}";
      case "longtext", "json" ->
          jsonOnMariaDb.contains(table + "." + column) ? "${json}" : "${text}";
      case "character large object", "jsonb" -> "${json}";
      case "binary large object", "bytea", "longblob" -> "${bytes}";
      case "uuid" -> "${uuid}";
      case "char" -> size == 36 ? "${uuid}" : "char(" + size + ")";
      case "timestamp with time zone", "timestamptz" -> scale == 6 ? "${instant}" : name + scale;
      case "datetime" -> size == DATETIME_6 ? "${instant}" : name + size;
      case "boolean", "bool" -> "boolean";
      case "bit", "tinyint" -> size == 1 ? "boolean" : name + size;
      case "integer", "int4", "int" -> "int";
      case "bigint", "int8" -> "bigint";
      case "numeric", "decimal" -> "decimal(" + size + "," + scale + ")";
      default -> name;
    };
  }

  private void readKeysAndIndexes(String table) throws SQLException {
    Map<String, String[]> primary = new HashMap<>();
    try (ResultSet row =
        meta.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (row.next()) {
        put(primary, "", row.getInt("KEY_SEQ"), lower(row.getString("COLUMN_NAME")));
      }
    }
    String primaryKey = primary.isEmpty() ? "" : columns(primary.get(""));
    lines.add(lower(table) + ": primary key (" + primaryKey + ")");
    Set<String> foreignColumns = readForeignKeys(table);
    Map<String, String[]> indexes = new HashMap<>();
    Set<String> unique = new HashSet<>();
    try (ResultSet row =
        meta.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
      while (row.next()) {
        String name = row.getString("INDEX_NAME");
        if (name != null) {
          String descending = "D".equals(row.getString("ASC_OR_DESC")) ? " desc" : "";
          put(
              indexes,
              name,
              row.getInt("ORDINAL_POSITION"),
              lower(row.getString("COLUMN_NAME")) + descending);
          if (!row.getBoolean("NON_UNIQUE")) {
            unique.add(name);
          }
        }
      }
    }
    indexes.forEach(
        (name, columns) -> {
          String all = columns(columns);
          if (unique.contains(name)) {
            if (!all.equals(primaryKey)) {
              lines.add(lower(table) + ": unique (" + all + ")");
            }
          } else {
            String use =
                name.endsWith("_bytes_ix")
                    ? " by bytes"
                    : foreignColumns.contains(all) ? " of a foreign key" : "";
            lines.add(lower(table) + ": index (" + all + ")" + use);
          }
        });
  }

  private Set<String> readForeignKeys(String table) throws SQLException {
    Map<String, String[]> own = new HashMap<>();
    Map<String, String[]> targets = new HashMap<>();
    Map<String, String> ends = new HashMap<>();
    try (ResultSet row =
        meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (row.next()) {
        String name = row.getString("FK_NAME");
        put(own, name, row.getInt("KEY_SEQ"), lower(row.getString("FKCOLUMN_NAME")));
        put(targets, name, row.getInt("KEY_SEQ"), lower(row.getString("PKCOLUMN_NAME")));
        ends.put(name, lower(row.getString("PKTABLE_NAME")) + rules(row));
      }
    }
    Set<String> columns = new HashSet<>();
    own.forEach(
        (name, keys) -> {
          columns.add(columns(keys));
          String end = ends.getOrDefault(name, "");
          int rules = end.indexOf(' ');
          String target = rules < 0 ? end : end.substring(0, rules);
          lines.add(
              lower(table)
                  + ": foreign key ("
                  + columns(keys)
                  + ") references "
                  + target
                  + " ("
                  + columns(targets.get(name))
                  + ")"
                  + (rules < 0 ? "" : end.substring(rules)));
        });
    return columns;
  }

  /** Restrict and no action differ only for deferred constraints, of which there are none. */
  private static String rules(ResultSet row) throws SQLException {
    return rule(" on delete ", row.getInt("DELETE_RULE"))
        + rule(" on update ", row.getInt("UPDATE_RULE"));
  }

  private static String rule(String when, int rule) {
    boolean refuses =
        rule == DatabaseMetaData.importedKeyRestrict
            || rule == DatabaseMetaData.importedKeyNoAction;
    return refuses ? "" : when + rule;
  }

  private static void put(Map<String, String[]> map, String key, int position, String column) {
    String[] columns = map.computeIfAbsent(key, k -> new String[16]);
    columns[position] = column;
  }

  private static String columns(String[] positions) {
    List<String> columns = new ArrayList<>();
    for (String column : positions) {
      if (column != null) {
        columns.add(column);
      }
    }
    return String.join(", ", columns);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
