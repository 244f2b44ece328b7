package io.crmkit.benchmarks.workloads;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.sql.RoundTrips;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that is measured on: the host's, or one of our own with its durable defaults. */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 2;

  private final String url;
  private final @Nullable EmbeddedPostgres server;

  private Database(String url, @Nullable EmbeddedPostgres server) {
    this.url = url.contains("?") ? url : url + "?ApplicationName=crm-benchmarks";
    this.server = server;
  }

  /**
   * @param url a JDBC URL, with user and password among its parameters; null to start a server
   */
  public static Database at(@Nullable String url) {
    if (url != null) {
      return new Database(url, null);
    }
    try {
      // Nothing is set: fsync, full_page_writes and synchronous_commit are on, as they come. The
      // embedded server turns two of them off by itself, unless it is told.
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      return new Database(server.getJdbcUrl("postgres", "postgres"), server);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start on this machine", e);
    }
  }

  /** A pool of connections as the driver makes them. */
  HikariDataSource pool() {
    return pool(CONNECTIONS);
  }

  /** A pool whose round trips are counted. */
  HikariDataSource countedPool() {
    return pool(url + RoundTrips.URL_SUFFIX, CONNECTIONS);
  }

  /** A pool of at most so many connections. */
  public HikariDataSource pool(int connections) {
    return pool(url, connections);
  }

  private static HikariDataSource pool(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
