package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.core.kernel.sql.SchemaCheck;
import io.crmkit.core.kernel.sql.SchemaName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The history tables of the modules. */
final class Histories {

  /** Rows that Flyway writes for itself. */
  private static final Set<String> MARKS = Set.of("TABLE", "BASELINE", "SCHEMA");

  /** Of the lock under which nodes make the histories on PostgreSQL: "crmkit". */
  private static final long LOCK = 0x63726d6b6974L;

  private final Dialect dialect;
  private final SchemaName schema;
  private final List<ModuleScripts> modules;

  Histories(Dialect dialect, SchemaName schema, List<ModuleScripts> modules) {
    this.dialect = dialect;
    this.schema = schema;
    this.modules = modules;
  }

  HistoryTable of(ModuleScripts module) {
    return new HistoryTable(dialect, schema, module.history());
  }

  boolean has(SchemaCheck.Tables tables, ModuleScripts module) {
    return tables.has(schema.in(module.history()));
  }

  /** Whether the histories have exactly the scripts of the modules, unchanged and all run well. */
  boolean upToDate(Connection connection, SchemaCheck.Tables tables) throws SQLException {
    if (modules.isEmpty()) {
      return true;
    }
    for (ModuleScripts module : modules) {
      if (!has(tables, module)) {
        return false;
      }
    }
    Map<String, List<String>> done = done(connection);
    for (ModuleScripts module : modules) {
      List<String> expected = new ArrayList<>();
      for (Script script : module.scripts()) {
        expected.add(row(script.version(), "SQL", script.description(), script.checksum(), true));
      }
      if (!expected.equals(done.getOrDefault(module.id(), List.of()))) {
        return false;
      }
    }
    return true;
  }

  /** The last version of each module that has a history. A script that failed is run once more. */
  Map<String, String> versions(Connection connection, SchemaCheck.Tables tables)
      throws SQLException {
    Map<String, String> versions = new HashMap<>();
    for (ModuleScripts module : modules) {
      if (has(tables, module)) {
        Histories one = new Histories(dialect, schema, List.of(module));
        List<String> rows = one.done(connection).getOrDefault(module.id(), List.of());
        for (String row : rows) {
          if (row.endsWith("|true")) {
            versions.put(module.id(), row.substring(0, row.indexOf('|')));
          }
        }
      }
    }
    return versions;
  }

  /** The version of a script that failed and of which something may have stayed; null if none. */
  @Nullable String brokenOff(DataSource dataSource, ModuleScripts module) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      if (!has(SchemaCheck.read(connection, dialect, schema), module)) {
        return null;
      }
      Histories one = new Histories(dialect, schema, List.of(module));
      return one.done(connection).getOrDefault(module.id(), List.of()).stream()
          .filter(row -> row.endsWith("|false"))
          .map(row -> row.substring(0, row.indexOf('|')))
          .findFirst()
          .orElse(null);
    }
  }

  private Map<String, List<String>> done(Connection connection) throws SQLException {
    Map<String, List<String>> done = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select())) {
      while (rows.next()) {
        if (!MARKS.contains(rows.getString(3))) {
          done.computeIfAbsent(rows.getString(1), m -> new ArrayList<>())
              .add(
                  row(
                      rows.getString(2),
                      rows.getString(3),
                      rows.getString(4),
                      rows.getInt(5),
                      rows.getBoolean(6)));
        }
      }
    }
    return done;
  }

  private static String row(
      String version, String type, String description, int checksum, boolean success) {
    return String.join(
        "|", version, type, description, Integer.toString(checksum), Boolean.toString(success));
  }

  private String select() {
    String columns =
        List.of("version", "type", "description", "checksum", "success", "installed_rank").stream()
            .map(c -> HistoryTable.quoted(dialect, c))
            .collect(Collectors.joining(", "));
    List<String> selects = new ArrayList<>();
    for (ModuleScripts module : modules) {
      String table = of(module).qualified();
      selects.add("SELECT '" + module.id() + "', " + columns + " FROM " + table);
    }
    return String.join(" UNION ALL ", selects) + " ORDER BY 7";
  }

  /**
   * Makes the schema and the histories in one go, which Flyway would do for one module after the
   * other. Another node may be doing the same: a history that is there already may just be coming
   * to be, and is waited for.
   */
  void make(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        if (dialect == Dialect.POSTGRESQL) {
          statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
        if (!schema.isCurrent() && !exists(connection)) {
          statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema.name());
        }
        for (ModuleScripts module : modules) {
          for (String sql : of(module).create()) {
            statement.execute(sql);
          }
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    }
  }

  /** Who may not make a schema may still use one. */
  private boolean exists(Connection connection) throws SQLException {
    String sql = "SELECT count(*) FROM information_schema.schemata WHERE schema_name = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema.stored(dialect));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) > 0;
      }
    }
  }
}
