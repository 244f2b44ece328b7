package io.crmkit.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.DatabaseProduct;
import io.crmkit.api.SchemaScripts;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.MariaDbStorage;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.upgrade.Release010;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the exported SQL makes is what CrmKit would have made itself. */
class ScriptExportTest {

  private static TestPlace open(DatabaseProduct product) {
    return switch (product) {
      case H2 -> new H2Storage().open();
      case POSTGRESQL -> new PostgresStorage().open();
      case MARIADB -> MariaDbStorage.open("allowMultiQueries=true");
    };
  }

  private static CrmBuilder builder(TestPlace place, CrmBuilder.Schema mode) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll());
    place.configure(builder);
    return builder.delivery(CrmBuilder.Delivery.MANUAL).schema(mode);
  }

  private static SchemaScripts scripts(DatabaseProduct product) {
    return Crm.builder(AccessPolicy.allowAll()).scripts(product);
  }

  private static DataSource database(TestPlace place) {
    return place.dataSource().orElseThrow();
  }

  /** All that Flyway's histories have of definitions and rows but who ran it, when and how long. */
  private static List<String> histories(TestPlace place, DatabaseProduct product)
      throws SQLException {
    String quote = product == DatabaseProduct.MARIADB ? "`" : "\"";
    List<String> all = new ArrayList<>();
    for (String module : scripts(product).versions().keySet()) {
      String table = "crm_schema_" + module;
      String columns =
          "select column_name, data_type, is_nullable, character_maximum_length"
              + " from information_schema.columns where table_name = '%s' order by ordinal_position";
      all.add(table);
      all.addAll(SqlScripts.rows(database(place), columns.formatted(table)));
      String rows =
          "select installed_rank, version, description, type, script, checksum, success from %s"
              + " order by installed_rank";
      all.addAll(
          SqlScripts.rows(
              database(place),
              rows.formatted(quote + table + quote)
                  .replaceAll(
                      "(installed_rank|version|description|type|script|checksum|success)",
                      quote + "$1" + quote)));
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void anInstalledScriptIsWhatAMigrationWouldHaveMade(DatabaseProduct product) throws SQLException {
    try (TestPlace exported = open(product);
        TestPlace migrated = open(product)) {
      builder(migrated, CrmBuilder.Schema.MIGRATE).open().close();

      SqlScripts.run(database(exported), scripts(product).install());

      builder(exported, CrmBuilder.Schema.VALIDATE).open().close();
      builder(exported, CrmBuilder.Schema.MIGRATE).open().close();
      assertThat(NeutralSchema.of(database(exported)))
          .hasSizeGreaterThan(700)
          .isEqualTo(NeutralSchema.of(database(migrated)));
      assertThat(histories(exported, product)).isEqualTo(histories(migrated, product));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHistoryIsLikeOneThatFlywayMakes(DatabaseProduct product, @TempDir Path nothing)
      throws SQLException {
    try (TestPlace ours = open(product);
        TestPlace flyways = open(product)) {
      builder(ours, CrmBuilder.Schema.MIGRATE).open().close();
      SqlScripts.run(database(flyways), "create table host_table (id int)");
      for (String module : scripts(product).versions().keySet()) {
        Flyway.configure()
            .dataSource(database(flyways))
            .locations("filesystem:" + nothing)
            .table("crm_schema_" + module)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load()
            .migrate();
      }

      List<String> withoutScripts = new ArrayList<>(histories(ours, product));
      withoutScripts.removeIf(line -> line.contains("| SQL |"));
      assertThat(withoutScripts).isEqualTo(histories(flyways, product));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereEverythingIsUpToDateThereIsNothingToUpgrade(DatabaseProduct product) {
    try (TestPlace place = open(product)) {
      builder(place, CrmBuilder.Schema.MIGRATE).open().close();

      assertThat(scripts(product).upgrade(database(place))).isEmpty();
      assertThat(scripts(product).upgrade(scripts(product).versions())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void tablesOfAnOlderReleaseAreBroughtUpToDate(DatabaseProduct product) throws SQLException {
    try (TestPlace old = open(product);
        TestPlace fresh = open(product)) {
      Release010.make(database(old), Dialect.valueOf(product.name()));
      builder(fresh, CrmBuilder.Schema.MIGRATE).open().close();

      String asked = scripts(product).upgrade(database(old));
      Map<String, String> versions = new LinkedHashMap<>();
      Release010.modules().forEach(module -> versions.put(module, Release010.VERSION));
      assertThat(scripts(product).upgrade(versions)).isEqualTo(asked);
      SqlScripts.run(database(old), asked);

      builder(old, CrmBuilder.Schema.VALIDATE).open().close();
      assertThat(NeutralSchema.of(database(old))).isEqualTo(NeutralSchema.of(database(fresh)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void aStartBringsThemUpToDateToo(DatabaseProduct product) throws SQLException {
    try (TestPlace old = open(product);
        TestPlace fresh = open(product)) {
      Release010.make(database(old), Dialect.valueOf(product.name()));
      builder(fresh, CrmBuilder.Schema.MIGRATE).open().close();

      builder(old, CrmBuilder.Schema.MIGRATE).open().close();

      assertThat(NeutralSchema.of(database(old))).isEqualTo(NeutralSchema.of(database(fresh)));
      assertThat(scripts(product).upgrade(database(old))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModuleThatIsNewIsInstalledByAnUpgrade(DatabaseProduct product) throws SQLException {
    try (TestPlace place = open(product)) {
      SchemaScripts scripts = scripts(product);
      List<String> modules = List.copyOf(scripts.versions().keySet());
      String last = modules.get(modules.size() - 1);
      Map<String, String> withoutLast = new LinkedHashMap<>(scripts.versions());
      withoutLast.remove(last);
      String install = scripts.install();
      String before = install.substring(0, install.indexOf("-- Module " + last));
      boolean transaction = product == DatabaseProduct.POSTGRESQL;
      SqlScripts.run(database(place), before + (transaction ? "commit;" : ""));

      SqlScripts.run(database(place), scripts.upgrade(withoutLast));

      builder(place, CrmBuilder.Schema.VALIDATE).open().close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tablesCanBeInASchemaOfTheirOwn(DatabaseProduct product) throws SQLException {
    String name = "crm_of_" + product.name().toLowerCase(Locale.ROOT);
    try (TestPlace place = open(product)) {
      SchemaScripts scripts =
          Crm.builder(AccessPolicy.allowAll()).schemaName(name).scripts(product);

      SqlScripts.run(database(place), scripts.install());

      builder(place, CrmBuilder.Schema.VALIDATE).schemaName(name).open().close();
      assertThat(scripts.upgrade(database(place))).isEmpty();
      assertThatThrownBy(() -> builder(place, CrmBuilder.Schema.VALIDATE).open())
          .hasMessageContaining("kernel");
    }
  }

  @Test
  void aVersionThatNeverWasIsRefused() {
    assertThatThrownBy(() -> scripts(DatabaseProduct.H2).upgrade(Map.of("kernel", "000")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kernel")
        .hasMessageContaining("000");
    assertThatThrownBy(() -> scripts(DatabaseProduct.H2).upgrade(Map.of("nobody", "001")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
  }
}
