package io.crmkit.core.kernel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.error.StartFailed;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How tables come to be: once, beside others, and after a start that broke off. */
class MigrationTest {

  private static final TestModule HALFWAY =
      TestModule.of("halfway", r -> r.migrations("io/crmkit/core/kernel/door/halfway/migration"));

  static Stream<TestStorage> databases() {
    return TestStorage.every().stream().filter(s -> !s.name().equals("MEMORY"));
  }

  private static final TestModule EARLY =
      TestModule.of("growing", r -> r.migrations("io/crmkit/core/kernel/door/early/migration"));

  private static final TestModule GROWN =
      TestModule.of("growing", r -> r.migrations("io/crmkit/core/kernel/door/grown/migration"));

  private static CrmBuilder builder(TestPlace place) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    new LabSetup().modules().forEach(builder::module);
    place.configure(builder);
    return builder;
  }

  private static void run(TestPlace place, String sql) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> column(TestPlace place, String sql) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static String quoted(TestPlace place, String name) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection()) {
      String quote = connection.getMetaData().getIdentifierQuoteString();
      return quote + name + quote;
    }
  }

  private static boolean hasTable(TestPlace place, String name) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (tables.next()) {
        if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void onH2APoolOfOneConnectionIsEnough(@TempDir Path folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:file:" + folder.resolve("crm").toAbsolutePath());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(2_000);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (CrmBuilder.Schema mode : CrmBuilder.Schema.values()) {
        CrmBuilder builder =
            Crm.builder(AccessPolicy.allowAll())
                .delivery(CrmBuilder.Delivery.MANUAL)
                .dataSource(pool)
                .schema(mode);
        builder.open().close();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void enginesThatStartAtOnceRunEachScriptOnce(TestStorage storage) throws SQLException {
    try (TestPlace place = storage.open()) {
      Race.of(4, i -> builder(place).open()).allWon().forEach(Crm::close);

      for (String module : List.of("kernel", "customers", "lab")) {
        String history = quoted(place, "crm_schema_" + module);
        List<String> versions =
            column(
                place,
                "select "
                    + quoted(place, "version")
                    + " from "
                    + history
                    + " where "
                    + quoted(place, "type")
                    + " in ('SQL', 'BASELINE') order by "
                    + quoted(place, "installed_rank"));
        assertThat(versions).as(module).doesNotHaveDuplicates().startsWith("0", "001");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aNodeOfTheVersionBeforeGoesOnBesideANewerOne(TestStorage storage) throws SQLException {
    try (TestPlace place = storage.open()) {
      builder(place).module(EARLY).open().close();
      StartFailed pending =
          catchThrowableOfType(
              StartFailed.class,
              () -> builder(place).module(GROWN).schema(CrmBuilder.Schema.VALIDATE).open());
      assertThat(pending.faults()).hasSize(1);
      assertThat(pending.faults().get(0))
          .contains("module growing")
          .contains("migrations are pending")
          .contains("002 second");

      builder(place).module(GROWN).open().close();
      builder(place).module(EARLY).open().close();
      builder(place).module(EARLY).schema(CrmBuilder.Schema.VALIDATE).open().close();

      run(
          place,
          "insert into crm_growing (tenant_id, id)"
              + " values ('a', '019d2928-4c00-7010-87c6-0a9d77412ee4')");
      assertThat(column(place, "select word from crm_growing")).containsExactly("a;b");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void scriptsThatCannotBeRunAreNamedBeforeAnythingIsDone(TestStorage storage) throws SQLException {
    TestModule misnamed =
        TestModule.of(
            "misnamed", r -> r.migrations("io/crmkit/core/kernel/door/misnamed/migration"));
    try (TestPlace place = storage.open()) {
      StartFailed failure =
          catchThrowableOfType(
              StartFailed.class, () -> builder(place).module(misnamed).open().close());

      assertThat(failure.faults()).hasSize(2).allMatch(f -> f.contains("module misnamed"));
      assertThat(failure.faults()).anyMatch(f -> f.contains("V1_one_line.sql"));
      assertThat(failure.faults()).anyMatch(f -> f.contains("${uid}"));
      assertThat(hasTable(place, "crm_schema_kernel")).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aHostThatMigratesWithFlywayKeepsItsHistory(TestStorage storage, @TempDir Path folder)
      throws IOException, SQLException {
    Files.writeString(folder.resolve("V1__erp.sql"), "create table erp_order (id int);");
    try (TestPlace place = storage.open()) {
      Flyway host =
          Flyway.configure()
              .dataSource(place.dataSource().orElseThrow())
              .locations("filesystem:" + folder)
              .load();
      host.migrate();
      builder(place).open().close();
      Files.writeString(folder.resolve("V2__more.sql"), "create table erp_line (id int);");
      assertThat(host.migrate().migrationsExecuted).isEqualTo(1);

      builder(place).schema(CrmBuilder.Schema.VALIDATE).open().close();
      host.validate();
      assertThat(column(place, "select count(*) from erp_line")).containsExactly("0");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whereNoPartOfAScriptStaysTheNextStartGoesOn(TestStorage storage) throws SQLException {
    try (TestPlace place = storage.open()) {
      StartFailed failure =
          catchThrowableOfType(
              StartFailed.class, () -> builder(place).module(HALFWAY).open().close());
      assertThat(failure.faults()).hasSize(1);
      assertThat(failure.faults().get(0))
          .contains("module halfway")
          .contains("V002__refers_to_a_table_of_the_host.sql")
          .containsIgnoringCase("erp_note");
      run(place, "create table erp_note (word varchar(50))");
      if (!storage.name().equals("POSTGRES")) {
        assertWhatToDoIsTold(place);
        run(place, "drop table crm_halfway_second");
        run(
            place,
            "delete from "
                + quoted(place, "crm_schema_halfway")
                + " where "
                + quoted(place, "success")
                + " = false");
      }

      try (Crm crm = builder(place).module(HALFWAY).open()) {
        Lab lab = crm.session(new TenantId("acme"), Actor.of("tester")).get(Lab.class);
        assertThat(lab.add("one").version()).isEqualTo(1);
      }
      assertThat(column(place, "select word from erp_note")).hasSize(1);
      assertThat(hasTable(place, "crm_halfway_second")).isTrue();
    }
  }

  /** These databases commit each statement that makes a table. */
  private static void assertWhatToDoIsTold(TestPlace place) throws SQLException {
    assertThat(hasTable(place, "crm_halfway_second")).isTrue();

    StartFailed again =
        catchThrowableOfType(
            StartFailed.class, () -> builder(place).module(HALFWAY).open().close());

    assertThat(again.faults()).hasSize(1);
    assertThat(again.faults().get(0))
        .contains("module halfway")
        .contains("002")
        .contains("crm_schema_halfway")
        .contains("undo");
  }

  @Test
  void postgresUndoesAScriptThatFailed() throws SQLException {
    TestStorage postgres =
        TestStorage.every().stream()
            .filter(s -> s.name().equals("POSTGRES"))
            .findFirst()
            .orElseThrow();
    try (TestPlace place = postgres.open()) {
      assertThatThrownBy(() -> builder(place).module(HALFWAY).open().close())
          .isInstanceOf(StartFailed.class);

      assertThat(hasTable(place, "crm_halfway_first")).isTrue();
      assertThat(hasTable(place, "crm_halfway_second")).isFalse();
    }
  }

  @Test
  void aFileThatIsWrittenLaterIsWarnedAbout(@TempDir Path folder) {
    String file = "jdbc:h2:file:" + folder.resolve("crm").toAbsolutePath();

    assertThat(logOf(file)).contains("WRITE_DELAY=0");
    assertThat(logOf(file + ";WRITE_DELAY=0")).doesNotContain("WRITE_DELAY=0");
  }

  @Test
  void aDatabaseInMemoryIsNotWarnedAbout() {
    assertThat(logOf("jdbc:h2:mem:not-warned")).doesNotContain("WRITE_DELAY=0");
  }

  private static String logOf(String url) {
    PrintStream err = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    try {
      Crm.builder(AccessPolicy.allowAll())
          .delivery(CrmBuilder.Delivery.MANUAL)
          .dataSource(pool)
          .open()
          .close();
    } finally {
      System.setErr(err);
      pool.dispose();
    }
    return log.toString(StandardCharsets.UTF_8);
  }
}
