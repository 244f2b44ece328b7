package io.crmkit.verification.baseline;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Writes down the tables of an H2 database as hosts join and report on them: columns with type and
 * nullness, primary, unique and foreign keys, indexes. The order of columns and the names of
 * constraints are left out; nobody may rely on them.
 */
public final class SchemaText {

  private static final String COLUMNS =
      """
      select c.table_name, c.column_name, c.data_type, c.character_maximum_length,
             c.numeric_precision, c.numeric_scale, c.datetime_precision, c.is_nullable,
             c.column_default
      from information_schema.columns c
      join information_schema.tables t
        on t.table_schema = c.table_schema and t.table_name = c.table_name
      where t.table_type = 'BASE TABLE' and c.table_schema = ?
      """;

  private static final String KEYS =
      """
      select k.table_name, k.constraint_type, u.columns, o.table_name as target, o.columns as target_columns
      from information_schema.table_constraints k
      join (
        select constraint_schema, constraint_name, table_name,
               listagg(column_name, ', ') within group (order by ordinal_position) as columns
        from information_schema.key_column_usage
        group by constraint_schema, constraint_name, table_name
      ) u on u.constraint_schema = k.constraint_schema and u.constraint_name = k.constraint_name
      left join information_schema.referential_constraints r
        on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
      left join (
        select constraint_schema, constraint_name, table_name,
               listagg(column_name, ', ') within group (order by ordinal_position) as columns
        from information_schema.key_column_usage
        group by constraint_schema, constraint_name, table_name
      ) o on o.constraint_schema = r.unique_constraint_schema
         and o.constraint_name = r.unique_constraint_name
      where k.constraint_schema = ?
      """;

  private static final String CHECKS =
      """
      select k.table_name, c.check_clause
      from information_schema.table_constraints k
      join information_schema.check_constraints c
        on c.constraint_schema = k.constraint_schema and c.constraint_name = k.constraint_name
      where k.constraint_schema = ?
      """;

  private static final String INDEXES =
      """
      select i.table_name, i.index_name, i.index_type_name,
             listagg(c.column_name || case when c.ordering_specification = 'DESC' then ' desc' else '' end, ', ')
               within group (order by c.ordinal_position) as columns
      from information_schema.indexes i
      join information_schema.index_columns c
        on c.index_schema = i.index_schema and c.index_name = i.index_name
       and c.table_name = i.table_name
      where i.is_generated = false and i.table_schema = ?
      group by i.table_name, i.index_name, i.index_type_name
      """;

  private SchemaText() {}

  /** Returns the text of the tables in the schema that a connection of this source starts in. */
  public static String of(DataSource h2) {
    Map<String, Set<String>> tables = new TreeMap<>();
    try (Connection connection = h2.getConnection()) {
      read(connection, COLUMNS, tables, SchemaText::column);
      read(connection, KEYS, tables, SchemaText::key);
      read(connection, CHECKS, tables, row -> "check " + row.getString("check_clause"));
      read(connection, INDEXES, tables, SchemaText::index);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the schema", e);
    }
    return tables.entrySet().stream()
        .map(
            table ->
                table.getValue().stream()
                    .map(line -> "  " + line + "\n")
                    .collect(joining("", table.getKey() + "\n", "")))
        .collect(joining("\n"));
  }

  private static void read(
      Connection connection, String sql, Map<String, Set<String>> tables, Line line)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, connection.getSchema());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tables
              .computeIfAbsent(lower(row.getString("table_name")), name -> new TreeSet<>())
              .add(line.of(row));
        }
      }
    }
  }

  private static String column(ResultSet row) throws SQLException {
    String nullness = row.getString("is_nullable").equals("YES") ? "" : " not null";
    String value = row.getString("column_default");
    return "column "
        + lower(row.getString("column_name"))
        + " "
        + type(row)
        + nullness
        + (value == null ? "" : " default " + value);
  }

  private static String type(ResultSet row) throws SQLException {
    String name = lower(row.getString("data_type"));
    return switch (name) {
      case "character varying", "character", "binary varying", "binary" ->
          name + "(" + row.getLong("character_maximum_length") + ")";
      case "numeric", "decimal" ->
          name + "(" + row.getInt("numeric_precision") + ", " + row.getInt("numeric_scale") + ")";
      case "timestamp", "timestamp with time zone", "time", "time with time zone" ->
          name + " precision " + row.getInt("datetime_precision");
      default -> name;
    };
  }

  private static String key(ResultSet row) throws SQLException {
    String text =
        lower(row.getString("constraint_type")) + " (" + lower(row.getString("columns")) + ")";
    String target = row.getString("target");
    return target == null
        ? text
        : text + " to " + lower(target) + " (" + lower(row.getString("target_columns")) + ")";
  }

  private static String index(ResultSet row) throws SQLException {
    return lower(row.getString("index_type_name"))
        + " "
        + lower(row.getString("index_name"))
        + " ("
        + lower(row.getString("columns"))
        + ")";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private interface Line {
    String of(ResultSet row) throws SQLException;
  }
}
