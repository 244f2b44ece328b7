package io.crmkit.core.kernel.host;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.RetryPolicy;
import io.crmkit.core.kernel.lab.AnnexModule;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks;
import io.crmkit.core.kernel.lab.LabModule;
import io.crmkit.testkit.storage.DatabasePlace;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A database that can be made to fail, and an engine on it. */
final class Faulty {

  private static final Map<String, Faulty> OPEN = new ConcurrentHashMap<>();
  private static final TenantId TENANT = new TenantId("faults");

  private final String name;
  private final TestPlace place;
  private final HikariDataSource pool;
  private final Tampered database;
  private final Crm crm;
  private final AtomicInteger words = new AtomicInteger();

  private Faulty(TestStorage storage) {
    this.name = storage.name();
    this.place = storage.open();
    this.pool = (HikariDataSource) place.dataSource().orElseThrow();
    this.database = new Tampered(pool);
    this.crm = open(database);
  }

  static Stream<Faulty> databases() {
    return TestStorage.every().stream()
        .filter(s -> !s.name().equals("MEMORY"))
        .map(s -> OPEN.computeIfAbsent(s.name(), n -> new Faulty(s)));
  }

  static void closeAll() {
    OPEN.values()
        .forEach(
            f -> {
              f.crm.close();
              f.place.close();
            });
    OPEN.clear();
  }

  @Override
  public String toString() {
    return name;
  }

  Crm open(DataSource source) {
    return Crm.builder(AccessPolicy.allowAll())
        .module(new LabModule(new LabHooks()))
        .module(new AnnexModule())
        .delivery(CrmBuilder.Delivery.MANUAL)
        .dataSource(source)
        .open();
  }

  /** An engine that soon tries again what failed, with hooks for what its handlers do. */
  Crm open(DataSource source, LabHooks hooks, CrmBuilder.Delivery delivery) {
    RetryPolicy soon = new RetryPolicy(1_000, Duration.ofMillis(1), Duration.ofMillis(4));
    return Crm.builder(AccessPolicy.allowAll())
        .module(new LabModule(hooks))
        .module(new AnnexModule(hooks))
        .relay(RelayOptions.standard().retry(soon))
        .delivery(delivery)
        .dataSource(source)
        .open();
  }

  Crm crm() {
    return crm;
  }

  Tampered database() {
    return database;
  }

  CrmSession session() {
    return session(crm);
  }

  CrmSession session(Crm open) {
    return open.session(TENANT, Actor.of("tester"));
  }

  Lab lab() {
    return session().get(Lab.class);
  }

  String word() {
    return "word " + words.incrementAndGet();
  }

  int connectionsInUse() {
    return ((DatabasePlace) place).connectionsInUse();
  }

  /**
   * One of the host's own, not from the engine's pool, which may have dead ones; at read committed,
   * as hosts are told to have them.
   */
  Connection hostConnection() throws SQLException {
    Connection connection =
        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return database.around(connection);
  }

  /** A pool of its own on the same database. */
  HikariConfig pooling() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(pool.getJdbcUrl());
    config.setUsername(pool.getUsername());
    config.setPassword(pool.getPassword());
    config.setMinimumIdle(0);
    config.setMaximumPoolSize(4);
    return config;
  }

  /** The same kind of database, in which nothing can be written. */
  HikariDataSource readOnly() {
    HikariConfig config = pooling();
    switch (name) {
      case "H2" -> config.setJdbcUrl(fileWithTables() + ";ACCESS_MODE_DATA=r");
      case "POSTGRES" -> config.setConnectionInitSql("set default_transaction_read_only = on");
      default -> config.setConnectionInitSql("set session transaction read only");
    }
    return new HikariDataSource(config);
  }

  /** A database in memory cannot be opened to be read only. */
  private String fileWithTables() {
    try {
      HikariConfig config = pooling();
      config.setJdbcUrl("jdbc:h2:file:" + Files.createTempDirectory("crmkit").resolve("crm"));
      try (HikariDataSource file = new HikariDataSource(config);
          Crm own = open(file)) {
        session(own).get(Lab.class).add(word());
      }
      return config.getJdbcUrl();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the session of this connection from outside. */
  void kill(Connection connection) throws SQLException {
    String who =
        switch (name) {
          case "H2" -> "select session_id()";
          case "POSTGRES" -> "select pg_backend_pid()";
          default -> "select connection_id()";
        };
    long id;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(who)) {
      row.next();
      id = row.getLong(1);
    }
    run(
        switch (name) {
          case "H2" -> "select abort_session(" + id + ")";
          case "POSTGRES" -> "select pg_terminate_backend(" + id + ", 5000)";
          default -> "kill connection " + id;
        });
  }

  /** Ends the session that asks for a statement next. */
  void killNextUser() {
    AtomicBoolean done = new AtomicBoolean();
    database.intercepting(
        (connection, call) -> {
          if (call.startsWith("prepare") && done.compareAndSet(false, true)) {
            kill(connection);
          }
        });
  }

  /** Sets how long statements of this session may take; 0 for as long as they like. */
  String timeout(int millis) {
    return switch (name) {
      case "H2" -> "set query_timeout " + millis;
      case "POSTGRES" -> "set statement_timeout = " + millis;
      default -> "set max_statement_time = " + millis / 1000.0;
    };
  }

  /** The same statement, which takes for ever. */
  String slowed(String sql) {
    if (!sql.contains("crm_lab_specimen") || !sql.contains("where")) {
      return sql;
    }
    String numbers =
        switch (name) {
          case "H2" -> "system_range(1, 100000000000) where mod(x, 7) = 8";
          case "POSTGRES" -> "generate_series(1, 100000000000)";
          default -> "seq_1_to_100000000000 where mod(seq, 7) = 8";
        };
    return sql + " and (select count(*) from " + numbers + ") >= 0";
  }

  boolean deadlockUndoesTransaction() {
    return !name.equals("POSTGRES");
  }
}
