package io.crmkit.core.kernel.boot;

import io.crmkit.api.CrmBuilder;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.core.kernel.sql.SchemaCheck;
import io.crmkit.core.kernel.sql.SchemaName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

  private final DataSource dataSource;
  private final Dialect dialect;
  private final SchemaName schema;
  private final List<ModuleScripts> modules;
  private final List<String> faults = new ArrayList<>();
  private final Histories histories;
  private final SchemaCheck.Tables before;
  private final @Nullable FlywayRun flyway;

  private Migrations(
      Tables place, Connection connection, Supplier<List<Registration>> registrations)
      throws SQLException {
    this.dataSource = place.dataSource();
    this.schema = place.schema();
    this.dialect = Dialect.of(connection);
    this.before = SchemaCheck.read(connection, dialect, schema);
    if (dialect == Dialect.H2) {
      H2Durability.warnAbout(connection);
    }
    // An empty database needs Flyway whatever the modules are, which are still registering.
    FlywayRun early = before.isEmpty() ? new FlywayRun(place, dialect) : null;
    this.modules = ModuleScripts.of(registrations.get(), dialect, faults);
    this.histories = new Histories(dialect, schema, modules);
    boolean idle = !faults.isEmpty() || histories.upToDate(connection, before);
    this.flyway = idle ? null : early != null ? early : new FlywayRun(place, dialect);
  }

  /**
   * Where the tables are.
   *
   * @param dataSource the host's
   */
  record Tables(DataSource dataSource, SchemaName schema) {}

  /** Looks at the database, and changes nothing. */
  static Migrations lookedAt(Tables place, Supplier<List<Registration>> modules)
      throws SQLException {
    try (Connection connection = place.dataSource().getConnection()) {
      return new Migrations(place, connection, modules);
    }
  }

  /** What was found wrong so far. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  Dialect dialect() {
    return dialect;
  }

  /** What is wrong; empty if all tables are up to date now. */
  List<String> prepare(CrmBuilder.Schema mode) throws SQLException {
    if (flyway != null) {
      try (OneConnection only = only()) {
        if (only != null) {
          flyway.through(only.dataSource());
        }
        prepare(mode, flyway);
      }
    }
    return faults;
  }

  /** H2 in a file is safest through one connection: then Flyway must do with that. */
  private @Nullable OneConnection only() throws SQLException {
    return dialect == Dialect.H2 && !OneConnection.hasAnother(dataSource)
        ? new OneConnection(dataSource)
        : null;
  }

  private void prepare(CrmBuilder.Schema mode, FlywayRun run) throws SQLException {
    if (mode == CrmBuilder.Schema.MIGRATE) {
      synchronized (ONE_AT_A_TIME) {
        migrate(run);
      }
    } else {
      validate(run);
    }
  }

  private void migrate(FlywayRun run) throws SQLException {
    histories.make(dataSource);
    for (ModuleScripts module : modules) {
      try {
        run.migrate(module, histories.has(before, module));
      } catch (FlywayException e) {
        faults.add(told(module, e));
      }
    }
  }

  private void validate(FlywayRun run) throws SQLException {
    for (ModuleScripts module : modules) {
      try {
        run.validate(module);
      } catch (FlywayException e) {
        faults.add(told(module, e));
      }
    }
  }

  private String told(ModuleScripts module, FlywayException e) throws SQLException {
    String fault = module.label() + ": " + e.getMessage();
    String script = histories.brokenOff(dataSource, module);
    return script == null
        ? fault
        : fault
            + "\nThis database keeps what a script did before it failed: undo what version "
            + script
            + " has done, delete its row from "
            + schema.in(module.history())
            + ", and start again.";
  }

  /** The tables as they are after {@link #prepare}. */
  SchemaCheck.Tables tables() throws SQLException {
    if (flyway == null) {
      return before;
    }
    try (Connection connection = dataSource.getConnection()) {
      return SchemaCheck.read(connection, dialect, schema);
    }
  }
}
