package io.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryClock;
import io.crmkit.examples.quickstart.story.StoryFacts;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The story with the tables in a schema of their own, while connections are in another one: each
 * statement that forgot to name the schema would find no table.
 */
class StorySchemaTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final StoryFacts FACTS = StoryFacts.english();

  @TempDir Path folder;

  /** On MariaDB it is a database of the server, which all tests share. */
  private final String schema = "crm_apart" + COUNT.incrementAndGet();

  static Stream<TestStorage> databases() {
    return TestStorage.every().stream().filter(s -> !s.name().equals("MEMORY"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void isToldInTheSameWords(TestStorage storage) throws SQLException {
    List<String> told = new ArrayList<>();
    try (TestPlace place = storage.open()) {
      play(place, (crm, scene) -> Story.tell(scene, FACTS, told::add));

      assertThat(told).isEqualTo(expected());
      assertThat(tables(place)).isNotEmpty().allMatch(t -> t.startsWith(schema + "."));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void isToldOnAConnectionOfTheHostWhichStaysWhereItIs(TestStorage storage) throws SQLException {
    List<String> told = new ArrayList<>();
    try (TestPlace place = storage.open();
        Connection connection = place.dataSource().orElseThrow().getConnection()) {
      moveElsewhere(connection);
      String before = position(connection);
      connection.setAutoCommit(false);
      play(
          place,
          (crm, scene) -> {
            CrmSession joined = scene.session().join(HostTransaction.on(connection));
            Story.tell(
                new Scene(joined, scene.clock(), scene.erp(), scene.folder()), FACTS, told::add);
          });
      connection.commit();

      assertThat(told).isEqualTo(expected());
      assertThat(position(connection)).isEqualTo(before).contains("elsewhere");
    }
  }

  private interface Play {
    void with(Crm crm, Scene scene);
  }

  private void play(TestPlace place, Play play) {
    play(
        play,
        builder -> {
          place.configure(builder);
          builder.schemaName(schema);
        });
  }

  private void play(Play play, Consumer<CrmBuilder> options) {
    StoryClock clock = new StoryClock(FACTS.beginning());
    ErpLike erp = new ErpLike();
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll())
            .clock(clock)
            .delivery(CrmBuilder.Delivery.MANUAL)
            .tenants(tenant -> FACTS.profile())
            .port(ErpOrderPort.class, erp);
    options.accept(builder);
    try (Crm crm = builder.open()) {
      CrmSession session = crm.session(new TenantId("apart"), Actor.of("lily"));
      play.with(crm, new Scene(session, clock, erp, folder));
    }
  }

  private List<String> expected() {
    List<String> told = new ArrayList<>();
    play((crm, scene) -> Story.tell(scene, FACTS, told::add), CrmBuilder::inMemory);
    assertThat(told).hasSizeGreaterThan(100);
    return told;
  }

  private static void moveElsewhere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema elsewhere");
      String product = connection.getMetaData().getDatabaseProductName();
      statement.execute(
          switch (product) {
            case "H2" -> "set schema elsewhere";
            case "PostgreSQL" -> "set search_path to elsewhere";
            default -> "use elsewhere";
          });
    }
  }

  private static String position(Connection connection) throws SQLException {
    return (connection.getCatalog() + "." + connection.getSchema()).toLowerCase(Locale.ROOT);
  }

  private List<String> tables(TestPlace place) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lower(table_schema), lower(table_name) from information_schema.tables"
                    + " where lower(table_name) like 'crm%'"
                    + " and (lower(table_schema) in ('public', '"
                    + schema
                    + "') or lower(table_schema) = lower('"
                    + connection.getCatalog()
                    + "'))")) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1) + "." + rows.getString(2));
      }
      return tables;
    }
  }
}
