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
import java.util.function.Supplier;

/** The host's database while a CRM is opened on it. */
final class Database {

  private final Migrations.Tables place;
  private final List<Registration> registrations;
  private final Migrations migrations;

  private Database(
      Migrations.Tables place, List<Registration> registrations, Migrations migrations) {
    this.place = place;
    this.registrations = registrations;
    this.migrations = migrations;
  }

  /**
   * Looks at the database, and changes nothing.
   *
   * @param modules waits for the modules
   * @throws StartFailed if it cannot be reached, or is none that CrmKit runs on
   */
  static Database lookedAt(Migrations.Tables place, Supplier<List<Registration>> modules) {
    try {
      Migrations migrations = Migrations.lookedAt(place, modules);
      return new Database(place, modules.get(), migrations);
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /** What is wrong with the modules' scripts, before any is run. */
  List<String> faults() {
    return migrations.faults();
  }

  /**
   * Storage on tables that are up to date.
   *
   * @throws StartFailed with every fault of the tables
   */
  SqlStorage storage(CrmBuilder.Schema mode, ModelRegistry models, InstantSource clock) {
    try {
      failOn(migrations.prepare(mode));
      SchemaCheck.Result check = SchemaCheck.run(migrations.tables(), models, modules()::get);
      failOn(check.faults());
      return new SqlStorage(
          place.dataSource(), migrations.dialect(), models, check.limits(), clock);
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
