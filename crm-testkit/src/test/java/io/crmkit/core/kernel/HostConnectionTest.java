package io.crmkit.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabEntities;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** CRM rows and the host's own rows, in the host's own transaction on a bare connection. */
@WithSetup(LabSetup.class)
class HostConnectionTest {

  @FunctionalInterface
  private interface HostWork {
    void on(Connection connection) throws Exception;
  }

  /** On memory there is no connection: joining one is refused, and the rest does not apply. */
  private static void onDatabase(TestCrm crm, HostWork work) throws Exception {
    if (crm.dataSource().isEmpty()) {
      assertThatThrownBy(
              () ->
                  crm.session()
                      .join(HostTransaction.on(new NoConnection().connection()))
                      .get(Lab.class)
                      .add("one"))
          .isInstanceOf(RuntimeException.class);
      assertThat(crm.get(Lab.class).count()).isZero();
      return;
    }
    DataSource database = crm.dataSource().orElseThrow();
    createHostTable(database);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void createHostTable(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists erp_row (tenant varchar(64), word varchar(50))");
    }
  }

  private static void hostInserts(Connection connection, TestCrm crm, String word)
      throws SQLException {
    try (var statement = connection.prepareStatement("insert into erp_row values (?, ?)")) {
      statement.setString(1, crm.tenant().value());
      statement.setString(2, word);
      statement.executeUpdate();
    }
  }

  private static List<String> hostRows(TestCrm crm) throws SQLException {
    try (Connection connection = crm.dataSource().orElseThrow().getConnection();
        var statement = connection.prepareStatement("select word from erp_row where tenant = ?")) {
      statement.setString(1, crm.tenant().value());
      try (ResultSet rows = statement.executeQuery()) {
        List<String> words = new ArrayList<>();
        while (rows.next()) {
          words.add(rows.getString(1));
        }
        return words;
      }
    }
  }

  private static Lab joined(TestCrm crm, Connection connection) {
    return crm.session().join(HostTransaction.on(connection)).get(Lab.class);
  }

  @OnEveryStorage
  void both_kinds_of_rows_commit_together(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          hostInserts(connection, crm, "order 1");
          joined(crm, connection).add("one");
          hostInserts(connection, crm, "order 2");
          assertThat(crm.get(Lab.class).count()).as("not before the host commits").isZero();
          connection.commit();

          assertThat(hostRows(crm)).containsExactlyInAnyOrder("order 1", "order 2");
          assertThat(crm.get(Lab.class).count()).isEqualTo(1);
        });
  }

  @OnEveryStorage
  void both_kinds_of_rows_roll_back_together(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          Specimen present = crm.get(Lab.class).add("present");
          Fingerprint before = crm.fingerprint();
          hostInserts(connection, crm, "order");
          joined(crm, connection).save(present, present.withTotal(9));
          joined(crm, connection).add("one");
          connection.rollback();

          assertThat(hostRows(crm)).isEmpty();
          assertThat(crm.fingerprint()).isEqualTo(before);
        });
  }

  @OnEveryStorage
  void the_connection_is_left_as_it_was(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
          Lab lab = joined(crm, connection);
          lab.add("one");
          lab.count();
          assertThatThrownBy(() -> lab.add("one")).isInstanceOf(Refused.class);

          assertThat(connection.isClosed()).isFalse();
          assertThat(connection.getAutoCommit()).isFalse();
          assertThat(connection.isReadOnly()).isFalse();
          assertThat(connection.getTransactionIsolation())
              .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
          connection.rollback();
          connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        });
  }

  @OnEveryStorage
  void the_host_s_own_statements_survive_a_refused_command(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          crm.get(Lab.class).add("taken");
          hostInserts(connection, crm, "before");
          assertThatThrownBy(() -> joined(crm, connection).add("taken"))
              .isInstanceOf(Refused.class);
          assertThatThrownBy(
                  () ->
                      joined(crm, connection)
                          .run(
                              tx -> {
                                tx.store(LabEntities.SPECIMENS)
                                    .insert(Specimen.of(tx.newId(), "half"));
                                throw new IllegalStateException("on purpose");
                              }))
              .isInstanceOf(IllegalStateException.class);
          hostInserts(connection, crm, "after");
          connection.commit();

          assertThat(hostRows(crm)).containsExactlyInAnyOrder("before", "after");
          assertThat(crm.get(Lab.class).count()).isEqualTo(1);
        });
  }

  /** The nested command sends the outer one's pending write, which proves stale there. */
  @OnEveryStorage
  void a_command_that_swallows_what_undid_its_own_write_leaves_no_half_behind(TestCrm crm)
      throws Exception {
    onDatabase(
        crm,
        connection -> {
          Specimen stale = crm.get(Lab.class).add("stale");
          crm.get(Lab.class).save(stale, stale.withTotal(2));
          Fingerprint before = crm.fingerprint();

          assertThatThrownBy(() -> joined(crm, connection).run(tx -> swallowing(tx, stale)))
              .isInstanceOf(RuntimeException.class);
          connection.commit();

          assertThat(crm.fingerprint()).isEqualTo(before);
        });
  }

  private static Specimen swallowing(Tx tx, Specimen stale) {
    tx.store(LabEntities.SPECIMENS).insert(Specimen.of(tx.newId(), "half"));
    Specimen lost = tx.store(LabEntities.SPECIMENS).save(stale, stale.withTotal(3));
    try {
      tx.session().get(Lab.class).add("nested");
    } catch (RuntimeException swallowed) {
      return lost;
    }
    return lost;
  }

  @OnEveryStorage
  void a_connection_that_commits_by_itself_cannot_be_joined(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          connection.setAutoCommit(true);
          assertThatThrownBy(() -> joined(crm, connection).add("one"))
              .isInstanceOf(RuntimeException.class);
          assertThat(crm.get(Lab.class).count()).isZero();
          connection.setAutoCommit(false);
        });
  }

  /** A host whose savepoints are forbidden, such as one under JTA. */
  private static final class WithoutSavepoints implements HostTransaction {
    private final Connection connection;
    private boolean rollbackOnly;

    WithoutSavepoints(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public boolean savepointsAllowed() {
      return false;
    }

    @Override
    public void markRollbackOnly() {
      rollbackOnly = true;
    }
  }

  @OnEveryStorage
  void where_savepoints_are_forbidden_a_failed_command_marks_the_transaction(TestCrm crm)
      throws Exception {
    onDatabase(
        crm,
        connection -> {
          WithoutSavepoints host = new WithoutSavepoints(connection);
          CrmSession session = crm.session().join(host);
          session.get(Lab.class).add("one");
          assertThat(host.rollbackOnly).isFalse();

          assertThatThrownBy(() -> session.get(Lab.class).add("one")).isInstanceOf(Refused.class);

          assertThat(host.rollbackOnly).isTrue();
        });
  }

  @OnEveryStorage
  void grouping_within_a_joined_session_stays_in_the_host_s_transaction(TestCrm crm)
      throws Exception {
    onDatabase(
        crm,
        connection -> {
          crm.session()
              .join(HostTransaction.on(connection))
              .transaction(
                  s -> {
                    s.get(Lab.class).add("one");
                    return s.get(Lab.class).add("two");
                  });
          assertThat(crm.get(Lab.class).count()).as("not before the host commits").isZero();
          connection.commit();
          assertThat(crm.get(Lab.class).count()).isEqualTo(2);
        });
  }

  @OnEveryStorage
  void what_waits_for_the_commit_is_handed_to_the_host(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          List<Runnable> waiting = new ArrayList<>();
          HostTransaction host =
              new HostTransaction() {
                @Override
                public Connection connection() {
                  return connection;
                }

                @Override
                public boolean afterCommit(Runnable work) {
                  return waiting.add(work);
                }
              };
          crm.session().join(host).get(Lab.class).add("one");
          connection.commit();
          waiting.forEach(Runnable::run);

          assertThat(crm.get(Lab.class).count()).isEqualTo(1);
        });
  }

  /** A connection that nobody may touch. */
  private static final class NoConnection {
    Connection connection() {
      return (Connection)
          java.lang.reflect.Proxy.newProxyInstance(
              NoConnection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });
    }
  }
}
