package io.crmkit.core.kernel.boot;

import io.crmkit.api.CrmBuilder;
import io.crmkit.core.kernel.sql.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the modules' tables up to date, or checks that they are. Each module has a history table
 * of its own, beside whatever the host keeps; nothing is ever cleaned.
 */
final class Migrations {

  private static final String HISTORY = "crm_schema_";

  /** Flyway keeps nodes apart on PostgreSQL; on H2 it trips over a second start in this JVM. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final DataSource dataSource;
  private final Dialect dialect;

  Migrations(DataSource dataSource, Dialect dialect) {
    this.dataSource = dataSource;
    this.dialect = dialect;
  }

  /** What is wrong; empty if all tables are up to date now. */
  List<String> prepare(List<Registration> registrations, CrmBuilder.Schema mode) {
    List<String> faults = new ArrayList<>();
    for (Registration registration : registrations) {
      if (!registration.migrations.isEmpty()) {
        try {
          prepare(registration, mode);
        } catch (FlywayException e) {
          faults.add(registration.label() + ": " + e.getMessage());
        }
      }
    }
    return faults;
  }

  private void prepare(Registration registration, CrmBuilder.Schema mode) {
    Flyway flyway =
        Flyway.configure(registration.module.getClass().getClassLoader())
            .dataSource(ScriptDataSource.of(dataSource, dialect))
            .locations(
                registration.migrations.stream().map(m -> "classpath:" + m).toArray(String[]::new))
            .table(HISTORY + registration.id())
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .placeholders(dialect.placeholders())
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .failOnMissingLocations(true)
            .load();
    if (mode == CrmBuilder.Schema.MIGRATE) {
      synchronized (ONE_AT_A_TIME) {
        flyway.migrate();
      }
      return;
    }
    flyway.validate();
    MigrationInfo[] pending = flyway.info().pending();
    if (pending.length > 0) {
      throw new FlywayException(
          "migrations are pending: "
              + Arrays.stream(pending)
                  .map(m -> m.getVersion() + " " + m.getDescription())
                  .toList());
    }
  }
}
