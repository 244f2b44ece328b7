package io.crmkit.testkit.storage;

import io.crmkit.testkit.sql.RoundTrips;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: one server for the JVM, started when first wanted from binaries on Maven Central, and
 * each place a database of its own in it. Its round trips are counted, see {@link RoundTrips}.
 */
public final class PostgresStorage implements TestStorage {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  @Override
  public String name() {
    return "POSTGRES";
  }

  @Override
  public TestPlace open() {
    return create("");
  }

  /** A database that sorts text as people do, and not by its bytes, unless a statement says so. */
  public static TestPlace sortingAsPeopleDo() {
    return create(" template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US'");
  }

  /** The database that {@link GivenPostgres} names, or else one like any other. */
  @Override
  public TestPlace shared() {
    return GivenPostgres.place().orElseGet(this::open);
  }

  private static TestPlace create(String options) {
    EmbeddedPostgres running = server();
    String name = "crmkit" + COUNT.incrementAndGet();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + options);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a database in PostgreSQL", e);
    }
    return DatabasePlace.at(
        running.getJdbcUrl("postgres", name) + RoundTrips.URL_SUFFIX, "postgres");
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        EmbeddedPostgres started =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "300")
                .setServerConfig("max_prepared_transactions", "20")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
        server = started;
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not start on this machine", e);
      }
    }
    return server;
  }

  private static void stop(EmbeddedPostgres running) {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
