package io.crmkit.testkit.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.CrmBuilder;
import java.util.Optional;
import javax.sql.DataSource;

/** A database behind a small connection pool. */
public final class DatabasePlace implements TestPlace {

  /** Enough for the races that contract tests run, and few enough to notice a leak. */
  private static final int CONNECTIONS = 12;

  /** A leaked connection shall fail a test soon. */
  private static final long WAIT_MILLIS = 20_000;

  private final HikariDataSource pool;

  private DatabasePlace(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens a pool on this database. */
  public static DatabasePlace at(String jdbcUrl, String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT_MILLIS);
    return new DatabasePlace(new HikariDataSource(config));
  }

  @Override
  public void configure(CrmBuilder builder) {
    builder.dataSource(pool);
  }

  @Override
  public Optional<DataSource> dataSource() {
    return Optional.of(pool);
  }

  /** Connections that somebody holds at the moment; 0 between tests unless one has leaked. */
  public int connectionsInUse() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  @Override
  public void close() {
    pool.close();
  }
}
