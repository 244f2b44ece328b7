package io.crmkit.verification.plans;

import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Fills every table of PostgreSQL with rows whose values are spread as in life, from the metadata:
 * one tenant has six tenths of them, twenty share the rest. Foreign keys are not looked at.
 */
final class LargeTables {

  /** The tenant that has most of the rows. */
  static final String TENANT = "acme";

  /** Rows of a table that grows with what a tenant does. */
  static final int ROWS = 200_000;

  /** Rows of a table of definitions. */
  private static final int FEW = 2_000;

  /** Definitions, switches and counters: a tenant has tens of them, however long it works. */
  private static final Set<String> SMALL =
      Set.of(
          "crm_module_switch",
          "crm_setting",
          "crm_sequence",
          "crm_feed_state",
          "crm_pipeline",
          "crm_price_book",
          "crm_business_calendar",
          "crm_service_level");

  /** What is in these lies ahead: neither due nor old, or the story's relay would drown in it. */
  private static final Set<String> AHEAD =
      Set.of("crm_delivery", "crm_timer", "crm_used_key", "crm_lock", "crm_feed");

  private final Connection connection;
  private final Map<String, String> constants = new HashMap<>();

  private LargeTables(Connection connection, List<EntityModel<?>> models) {
    this.connection = connection;
    for (EntityModel<?> model : models) {
      for (Column column : model.columns()) {
        note(model.table(), column, model.entity().type());
      }
      for (PartModel part : model.parts()) {
        part.columns().forEach(column -> note(part.table(), column, part.type()));
      }
    }
  }

  /**
   * Fills the tables that are empty.
   *
   * @return what PostgreSQL thinks it costs to read each large table as a whole
   */
  static Map<String, Double> fill(DataSource dataSource, List<EntityModel<?>> models)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      LargeTables tables = new LargeTables(connection, models);
      tables.run("set session_replication_role = replica");
      tables.run("set maintenance_work_mem = '256MB'");
      // The planner looks at a sample; with a small one its guesses differ from run to run.
      tables.run("set default_statistics_target = 1000");
      Map<String, Double> costs = new TreeMap<>();
      for (String table : tables.all()) {
        if (tables.isEmpty(table)) {
          tables.fill(table);
        }
        if (!SMALL.contains(table)) {
          costs.put(table, tables.costOfReading(table));
        }
      }
      tables.run("reset session_replication_role");
      return costs;
    }
  }

  private void note(String table, Column column, Class<?> record) {
    Class<?> type = Declared.typeOf(record, column.path());
    if (type != null && type.isEnum()) {
      List<String> names = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        names.add("'" + column.codec().encode(column.path(), constant) + "'");
      }
      constants.put(table + "." + column.name(), String.join(", ", names));
    }
  }

  private List<String> all() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "crm\\_%", new String[] {"TABLE"})) {
      while (rows.next()) {
        String table = rows.getString("TABLE_NAME");
        if (!table.startsWith("crm_schema_")) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private void fill(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Set<String> told = lastOfUniqueKeys(table);
    DatabaseMetaData meta = connection.getMetaData();
    try (ResultSet row = meta.getColumns(null, connection.getSchema(), table, "%")) {
      while (row.next()) {
        String name = row.getString("COLUMN_NAME");
        String type = row.getString("TYPE_NAME");
        boolean nullable = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        int salt = names.size() + 1;
        String value =
            told.contains(name)
                ? distinct(type)
                : value(table, name, type, row.getInt("COLUMN_SIZE"), salt);
        boolean sometimesAbsent = nullable && !told.contains(name);
        names.add(name);
        values.add(
            sometimesAbsent
                ? "case when " + hash(salt + 50) + " % 5 > 0 then " + value + " end"
                : value);
      }
    }
    List<String> indexes = withoutIndexes(table);
    run(
        "insert into "
            + table
            + " ("
            + String.join(", ", names)
            + ") select "
            + String.join(", ", values)
            + " from generate_series(1, "
            + (SMALL.contains(table) ? FEW : ROWS)
            + ") g");
    for (String index : indexes) {
      run(index);
    }
    run("vacuum analyze " + table);
  }

  /** Drops the indexes that are no keys; to be made again, which is cheaper than to keep them. */
  private List<String> withoutIndexes(String table) throws SQLException {
    Map<String, String> indexes = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index"
                    + " where indrelid = '"
                    + table
                    + "'::regclass and not indisunique")) {
      while (rows.next()) {
        indexes.put(rows.getString(1), rows.getString(2));
      }
    }
    for (String index : indexes.keySet()) {
      run("drop index " + index);
    }
    return List.copyOf(indexes.values());
  }

  /** The last column of each unique key: it makes the row distinct. */
  private Set<String> lastOfUniqueKeys(String table) throws SQLException {
    Map<String, String> last = new HashMap<>();
    try (ResultSet rows =
        connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, true, true)) {
      while (rows.next()) {
        last.put(rows.getString("INDEX_NAME"), rows.getString("COLUMN_NAME"));
      }
    }
    Set<String> columns = new HashSet<>(last.values());
    columns.remove("pos");
    return columns;
  }

  private static String distinct(String type) {
    return switch (type) {
      case "uuid" -> uuid("g");
      case "varchar", "text" -> "'K-' || lpad(g::text, 8, '0')";
      default -> "g";
    };
  }

  private static String uuid(String number) {
    return "lpad(to_hex(" + number + "), 32, '0')::uuid";
  }

  /** A number from 0 on that looks random, and other for each salt. */
  private static String hash(int salt) {
    return "abs(hashint8(g::bigint + " + salt * 10_000_019L + ")::bigint)";
  }

  private String value(String table, String name, String type, int size, int salt) {
    String hash = hash(salt);
    String known = constants.get(table + "." + name);
    if (known != null) {
      int count = known.split(", ").length;
      return "(array[" + known + "])[1 + " + hash + " % " + count + "]";
    }
    switch (name) {
      case "tenant_id":
        return "case when g <= "
            + (int) ((SMALL.contains(table) ? FEW : ROWS) * 0.6)
            + " then '"
            + TENANT
            + "' else 't' || g % 20 end";
      case "owner_id":
        return uuid("(g + 3) / 4");
      case "pos":
        return "g % 4";
      case "position", "sequence":
        return "g";
      default:
        boolean ahead = AHEAD.contains(table) && Set.of("timestamptz", "date").contains(type);
        return byType(type, name, size, hash) + (ahead ? " + interval '10 years'" : "");
    }
  }

  private static String byType(String type, String name, int size, String hash) {
    return switch (type) {
      case "uuid" -> uuid("1 + " + hash + " % " + ROWS / 10);
      case "varchar", "text" -> text(name, size, hash);
      case "timestamptz" ->
          "timestamptz '2023-01-01 00:00Z' + make_interval(secs => " + hash + " % 94608000)";
      case "date" -> "date '2023-01-01' + (" + hash + " % 1500)::int";
      case "int4" -> "(" + hash + " % 100)::int";
      case "int8" -> name.equals("version") ? "1 + " + hash + " % 5" : hash + " % " + ROWS;
      case "numeric" -> "(" + hash + " % 1000000) / 100.0";
      case "bool" -> hash + " % 10 = 0";
      case "bytea" -> "'\\x00'::bytea";
      case "jsonb" -> "'{}'::jsonb";
      default -> throw new IllegalStateException("no value for the type " + type);
    };
  }

  private static String text(String name, int size, String hash) {
    if (name.endsWith("currency")) {
      return "(array['EUR', 'USD', 'CNY', 'JPY'])[1 + " + hash + " % 4]";
    } else if (name.endsWith("country")) {
      return "chr((65 + " + hash + " % 20)::int) || 'X'";
    } else if (name.endsWith("language")) {
      return "(array['en', 'zh', 'de'])[1 + " + hash + " % 3]";
    } else if (name.matches(".*(owner|actor|assignee|person|staff|_by)")) {
      return "'user-' || " + hash + " % 200";
    } else if (name.matches(
        ".*(entity|team|region|source|campaign|stage|sector|city|title|department|kind|unit|label"
            + "|channel|type|packaging|function|line|subscriber|handler|command|maker|maker_key"
            + "|operation|cause|scope)")) {
      return "'word-' || " + hash + " % 30";
    }
    return "'Text ' || " + hash + " % " + (size < 100 ? ROWS / 4 : ROWS / 2);
  }

  private boolean isEmpty(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
      return !rows.next();
    }
  }

  private double costOfReading(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relpages * current_setting('seq_page_cost')::float"
                    + " + reltuples * current_setting('cpu_tuple_cost')::float"
                    + " from pg_class where oid = '"
                    + table
                    + "'::regclass")) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
