package io.crmkit.core.kernel.boot;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.error.StartFailed;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.sql.SchemaCheck;
import io.crmkit.core.kernel.sql.SqlStorage;
import io.crmkit.core.spi.storage.Entity;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The host's database while a CRM is opened on it. */
final class Database {

  private final DataSource dataSource;
  private final List<Registration> registrations;
  private final Migrations migrations;

  private Database(DataSource dataSource, List<Registration> registrations, Migrations migrations) {
    this.dataSource = dataSource;
    this.registrations = registrations;
    this.migrations = migrations;
  }

  /**
   * Looks at the database, and changes nothing.
   *
   * @throws StartFailed if it cannot be reached, or is none that CrmKit runs on
   */
  static Database lookedAt(DataSource dataSource, List<Registration> registrations) {
    try {
      return new Database(
          dataSource, registrations, Migrations.lookedAt(dataSource, registrations));
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /**
   * Storage on tables that are up to date.
   *
   * @throws StartFailed with every fault of the tables
   */
  SqlStorage storage(CrmBuilder.Schema mode, ModelRegistry models, InstantSource clock) {
    failOn(migrations.prepare(mode));
    try {
      SchemaCheck.Result check = SchemaCheck.run(migrations.tables(), models, modules()::get);
      failOn(check.faults());
      return new SqlStorage(dataSource, migrations.dialect(), models, check.limits(), clock);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  private static void failOn(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new StartFailed(faults);
    }
  }

  private static StartFailed unreachable(SQLException e) {
    return new StartFailed(List.of("the database cannot be reached: " + e.getMessage()));
  }

  /** Who to name when the table of an entity does not fit. */
  private Map<Entity<?>, String> modules() {
    Map<Entity<?>, String> labels = new IdentityHashMap<>();
    for (Registration registration : registrations) {
      String label = registration.label();
      for (Entity<?> entity : registration.entities) {
        labels.put(entity, label);
      }
    }
    return labels;
  }
}
