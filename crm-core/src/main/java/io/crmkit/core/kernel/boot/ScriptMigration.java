package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.sql.Dialect;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.extensibility.MigrationType;
import org.flywaydb.core.internal.jdbc.Results;
import org.jspecify.annotations.Nullable;

/** A script as Flyway runs it: the very statements that an export shows. */
record ScriptMigration(Script script, Dialect dialect)
    implements ResolvedMigration, MigrationExecutor {

  private static final int SHOWN = 200;

  @Override
  public List<Results> execute(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String sql : script.statements(dialect)) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          String shown = sql.length() > SHOWN ? sql.substring(0, SHOWN) + " .." : sql;
          throw new FlywayException(
              script.name() + " failed: " + e.getMessage() + "\nin: " + shown, e);
        }
      }
    }
    return List.of();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public boolean shouldExecute() {
    return true;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(script.version());
  }

  @Override
  public String getDescription() {
    return script.description();
  }

  @Override
  public String getScript() {
    return script.name();
  }

  @Override
  public Integer getChecksum() {
    return script.checksum();
  }

  @Override
  public MigrationType getType() {
    return CoreMigrationType.SQL;
  }

  @Override
  public String getPhysicalLocation() {
    return script.name();
  }

  @Override
  public MigrationExecutor getExecutor() {
    return this;
  }

  @Override
  public boolean checksumMatches(@Nullable Integer checksum) {
    return Objects.equals(checksum, getChecksum());
  }

  @Override
  public boolean checksumMatchesWithoutBeingIdentical(@Nullable Integer checksum) {
    return false;
  }
}
