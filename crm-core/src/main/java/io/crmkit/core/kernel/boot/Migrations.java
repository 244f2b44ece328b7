package io.crmkit.core.kernel.boot;

import io.crmkit.api.CrmBuilder;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.core.kernel.sql.SchemaCheck;
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
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Brings the modules' tables up to date, or checks that they are. Each module has a history table
 * of its own, beside whatever the host keeps; nothing is ever cleaned.
 *
 * <p>Flyway does the work. It is not even loaded when the histories say what the scripts say, which
 * two queries tell.
 */
final class Migrations {

  /** Flyway keeps nodes apart on PostgreSQL; on H2 it trips over a second start in this JVM. */
  private static final Object ONE_AT_A_TIME = new Object();

  /** Rows that Flyway writes for itself. */
  private static final Set<String> MARKS = Set.of("TABLE", "BASELINE", "SCHEMA");

  private final DataSource dataSource;
  private final Dialect dialect;
  private final List<ModuleScripts> modules;
  private final List<String> faults = new ArrayList<>();
  private final SchemaCheck.Tables before;
  private final @Nullable FlywayRun flyway;

  private Migrations(DataSource dataSource, Connection connection, List<Registration> registrations)
      throws SQLException {
    this.dataSource = dataSource;
    this.dialect = Dialect.of(connection);
    this.modules = ModuleScripts.of(registrations, dialect.name(), faults);
    this.before = SchemaCheck.read(connection, dialect);
    this.flyway =
        faults.isEmpty() && !upToDate(connection)
            ? new FlywayRun(ScriptDataSource.of(dataSource, dialect), dialect.placeholders())
            : null;
  }

  /** Looks at the database, and changes nothing. */
  static Migrations lookedAt(DataSource dataSource, List<Registration> registrations)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return new Migrations(dataSource, connection, registrations);
    }
  }

  Dialect dialect() {
    return dialect;
  }

  /** What is wrong; empty if all tables are up to date now. */
  List<String> prepare(CrmBuilder.Schema mode) {
    if (flyway != null) {
      for (ModuleScripts module : modules) {
        try {
          prepare(flyway, module, mode);
        } catch (FlywayException e) {
          faults.add(module.label() + ": " + e.getMessage());
        }
      }
    }
    return faults;
  }

  private void prepare(FlywayRun run, ModuleScripts module, CrmBuilder.Schema mode) {
    if (mode == CrmBuilder.Schema.MIGRATE) {
      synchronized (ONE_AT_A_TIME) {
        run.migrate(module, before.has(module.history()));
      }
    } else {
      run.validate(module);
    }
  }

  /** The tables as they are after {@link #prepare}. */
  SchemaCheck.Tables tables() throws SQLException {
    if (flyway == null) {
      return before;
    }
    try (Connection connection = dataSource.getConnection()) {
      return SchemaCheck.read(connection, dialect);
    }
  }

  /** Whether the histories have exactly the scripts of the modules, unchanged and all run well. */
  private boolean upToDate(Connection connection) throws SQLException {
    if (!modules.stream().allMatch(m -> before.has(m.history()))) {
      return false;
    }
    Map<String, List<String>> done = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(histories(quote(connection)))) {
      while (rows.next()) {
        if (!MARKS.contains(rows.getString(3))) {
          String run = rows.getString(2) + " " + rows.getString(3) + " " + rows.getString(4);
          done.computeIfAbsent(rows.getString(1), m -> new ArrayList<>())
              .add(run + " " + rows.getLong(5) + " " + rows.getBoolean(6));
        }
      }
    }
    return modules.stream().allMatch(m -> rows(m).equals(done.getOrDefault(m.id(), List.of())));
  }

  private static List<String> rows(ModuleScripts module) {
    List<String> rows = new ArrayList<>();
    for (Script script : module.scripts()) {
      rows.add(
          script.version() + " SQL " + script.description() + " " + script.checksum() + " true");
    }
    return rows;
  }

  private String histories(String quote) {
    String columns =
        List.of("version", "type", "description", "checksum", "success", "installed_rank").stream()
            .map(c -> quote + c + quote)
            .collect(Collectors.joining(", "));
    return modules.stream()
            .map(
                m -> "select '" + m.id() + "', " + columns + " from " + quote + m.history() + quote)
            .collect(Collectors.joining(" union all "))
        + " order by 7";
  }

  private static String quote(Connection connection) throws SQLException {
    return connection.getMetaData().getIdentifierQuoteString();
  }
}
