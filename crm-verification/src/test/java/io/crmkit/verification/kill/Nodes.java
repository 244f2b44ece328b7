package io.crmkit.verification.kill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** How engines and pools are made here, in the killed process and in the one that checks. */
final class Nodes {

  private Nodes() {}

  static HikariDataSource pool(Place place) {
    return pool(place.url(), place.user(), place.connections());
  }

  static HikariDataSource pool(String url, String user, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword("");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(30_000);
    return new HikariDataSource(config);
  }

  /** An engine that works in the background. */
  static Crm background(DataSource database) {
    return builder(database).open();
  }

  /** An engine that does what is asked, as if so much time had passed. */
  static Crm later(DataSource database, Duration by) {
    InstantSource clock = InstantSource.offset(InstantSource.system(), by);
    return builder(database).delivery(CrmBuilder.Delivery.MANUAL).clock(clock).open();
  }

  private static CrmBuilder builder(DataSource database) {
    return Crm.builder(AccessPolicy.allowAll()).dataSource(database).module(new LedgerModule());
  }
}
