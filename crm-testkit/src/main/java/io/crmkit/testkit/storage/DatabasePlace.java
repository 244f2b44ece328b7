package io.crmkit.testkit.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.CrmBuilder;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database behind a small connection pool. */
public final class DatabasePlace implements TestPlace {

  /** Enough for the races that contract tests run, and few enough to notice a leak. */
  private static final int CONNECTIONS = 12;

  /** A leaked connection shall fail a test soon. */
  private static final long WAIT_MILLIS = 20_000;

  private final HikariDataSource pool;

  private final CrmBuilder.Schema schema;

  private DatabasePlace(HikariDataSource pool, CrmBuilder.Schema schema) {
    this.pool = pool;
    this.schema = schema;
  }

  /**
   * Opens a pool on this database.
   *
   * @param user null if the URL names one
   */
  public static DatabasePlace at(String jdbcUrl, @Nullable String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    if (user != null) {
      config.setUsername(user);
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT_MILLIS);
    return new DatabasePlace(new HikariDataSource(config), CrmBuilder.Schema.MIGRATE);
  }

  /** The same database, whose tables are made beforehand and only looked at. */
  DatabasePlace validating() {
    return new DatabasePlace(pool, CrmBuilder.Schema.VALIDATE);
  }

  @Override
  public void configure(CrmBuilder builder) {
    builder.dataSource(pool).schema(schema);
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
