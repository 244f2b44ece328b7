package io.crmkit.core.kernel.mariadb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.testkit.storage.MariaDbStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database on MariaDB, behind a driver with options of the test's choice. */
final class MariaDbPlace implements AutoCloseable {

  static final TenantId TENANT = new TenantId("acme");

  private final TestPlace place;

  private MariaDbPlace(TestPlace place) {
    this.place = place;
  }

  /** A new database; where there is no server, the test is skipped and says so. */
  static MariaDbPlace open(String options) {
    MariaDbStorage storage = new MariaDbStorage();
    assumeTrue(storage.wanted(), () -> "MariaDB is missing: " + storage.missing().orElse(""));
    return new MariaDbPlace(MariaDbStorage.open(options));
  }

  Crm crm() {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    new LabSetup().modules().forEach(builder::module);
    place.configure(builder);
    return builder.open();
  }

  static Lab lab(Crm crm) {
    return crm.session(TENANT, Actor.of("tester")).get(Lab.class);
  }

  DataSource dataSource() {
    return place.dataSource().orElseThrow();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All rows, the columns of each with a space between. */
  List<String> rows(String sql) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        found.add(String.join(" ", row));
      }
      return found;
    }
  }

  @Override
  public void close() {
    place.close();
  }
}
