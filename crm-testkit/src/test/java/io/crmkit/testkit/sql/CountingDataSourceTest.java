package io.crmkit.testkit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingDataSourceTest {

  private static TestStorage storage(String name) {
    return name.equals("H2") ? new H2Storage() : new PostgresStorage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "POSTGRES"})
  void everyRowOfABatchIsAStatementAndTheBatchIsOneCall(String name) throws SQLException {
    try (TestPlace place = storage(name).open()) {
      List<String> texts = new ArrayList<>();
      CountingDataSource source =
          CountingDataSource.around(place.dataSource().orElseThrow(), texts::add);
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create table t (n int)");
        connection.setAutoCommit(false);
        SqlCount before = source.count();

        try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)")) {
          for (int n = 0; n < 3; n++) {
            insert.setInt(1, n);
            insert.addBatch();
          }
          insert.executeBatch();
        }
        connection.commit();
        connection.commit();

        assertThat(source.count().since(before)).isEqualTo(new SqlCount(3, 2));
        assertThat(texts).containsExactly("create table t (n int)", "insert into t values (?)");
      }
    }
  }

  @Test
  void aTextOfSeveralStatementsIsCountedByThem() {
    assertThat(CountingDataSource.statementsIn("select 1; insert into t values (';') ; "))
        .isEqualTo(2);
    assertThat(CountingDataSource.statementsIn("")).isZero();
  }

  @Test
  void roundTripsAreThoseOfTheWire() throws SQLException {
    try (TestPlace place = new PostgresStorage().open();
        Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (n int)");
      long before = RoundTrips.count();

      connection.setAutoCommit(false);
      statement.execute("insert into t values (1); insert into t values (2)");
      connection.commit();

      assertThat(RoundTrips.count() - before).isEqualTo(2);
    }
  }
}
