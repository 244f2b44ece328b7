package io.crmkit.core.kernel.host;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.HostConnection;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.Race;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that fail: the error says what happened, and the same engine goes on afterwards. */
class FaultTest {

  static Stream<Faulty> databases() {
    return Faulty.databases();
  }

  @AfterAll
  static void close() {
    Faulty.closeAll();
  }

  /** Everything works, and nobody holds a connection. */
  private static void assertUsable(Faulty place) {
    place.database().rewriting(sql -> sql);
    place.database().intercepting((connection, call) -> {});
    long before = place.lab().count();
    Specimen added = place.lab().add(place.word());
    assertThat(place.lab().load(added.id())).isEqualTo(added);
    assertThat(place.lab().count()).isEqualTo(before + 1);
    assertThat(place.connectionsInUse()).isZero();
  }

  /** Writes, sends it, and reads once more. */
  private static Specimen writingThenReading(Tx tx, Faulty place, Runnable between) {
    Specimen added = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), place.word()));
    tx.store(SPECIMENS).get(added.id());
    between.run();
    return tx.store(SPECIMENS).get(added.id());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aConnectionThatDropsInACommandIsAClearErrorAndNothingIsDone(Faulty place) {
    long before = place.lab().count();

    assertThatThrownBy(
            () -> place.lab().run(tx -> writingThenReading(tx, place, place::killNextUser)))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("the connection to the database was lost");

    place.database().intercepting((connection, call) -> {});
    assertThat(place.lab().count()).isEqualTo(before);
    assertUsable(place);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aConnectionThatDropsInAReadIsAClearError(Faulty place) {
    place.killNextUser();

    assertThatThrownBy(() -> place.lab().count())
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("the connection to the database was lost");

    assertUsable(place);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aCommitWhoseConnectionDropsSaysThatNobodyKnows(Faulty place) {
    place
        .database()
        .intercepting(
            (connection, call) -> {
              if (call.equals("commit")) {
                place.kill(connection);
              }
            });

    assertThatThrownBy(() -> place.lab().add(place.word()))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("during the commit")
        .hasMessageContaining("idempotency key");

    assertUsable(place);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aHostWhoseConnectionDropsIsToldThatItsTransactionIsGone(Faulty place) throws Exception {
    Connection connection = place.hostConnection();
    try {
      connection.setAutoCommit(false);
      HostConnection host = HostTransaction.on(connection);
      Lab lab = place.session().join(host).get(Lab.class);
      lab.add(place.word());
      place.kill(connection);

      assertThatThrownBy(() -> lab.add(place.word()))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("the connection to the database was lost");
      assertThat(host.rollbackOnly()).isTrue();
      assertThatThrownBy(() -> lab.add(place.word()))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("can only be rolled back");
    } finally {
      Throwable unused = catchThrowable(connection::close);
    }

    assertUsable(place);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anExhaustedPoolIsAClearErrorUntilSomebodyGivesBack(Faulty place) throws Exception {
    HikariConfig config = place.pooling();
    config.setMaximumPoolSize(3);
    config.setConnectionTimeout(250);
    try (HikariDataSource small = new HikariDataSource(config);
        Crm crm = place.open(small)) {
      Lab lab = place.session(crm).get(Lab.class);
      try (Connection one = small.getConnection();
          Connection two = small.getConnection();
          Connection three = small.getConnection()) {
        assertThat(List.of(one, two, three)).doesNotHaveDuplicates();
        assertThatThrownBy(() -> lab.add(place.word()))
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("no connection to the database could be had");
      }

      lab.add(place.word());
      assertThat(small.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aStatementThatTakesTooLongIsAClearError(Faulty place) {
    HikariConfig config = place.pooling();
    config.setConnectionInitSql(place.timeout(150));
    try (HikariDataSource impatient = new HikariDataSource(config)) {
      Tampered slow = new Tampered(impatient);
      try (Crm crm = place.open(slow)) {
        Lab lab = place.session(crm).get(Lab.class);
        lab.count();
        slow.rewriting(place::slowed);
        assertThatThrownBy(lab::count)
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("took too long or was cancelled");

        slow.rewriting(sql -> sql);
        lab.add(place.word());
        assertThat(impatient.getHikariPoolMXBean().getActiveConnections()).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aHostOutlivesACommandThatTookTooLong(Faulty place) throws Exception {
    try (Connection connection = place.hostConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(place.timeout(150));
      }
      Lab lab = place.session().join(HostTransaction.on(connection)).get(Lab.class);
      Specimen kept = lab.add(place.word());
      place.database().rewriting(place::slowed);

      assertThatThrownBy(
              () -> lab.run(tx -> tx.store(SPECIMENS).count(io.crmkit.api.criteria.Criteria.all())))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("took too long or was cancelled");
      place.database().rewriting(sql -> sql);
      Specimen more = lab.add(place.word());
      try (var statement = connection.createStatement()) {
        statement.execute(place.timeout(0));
      }
      connection.commit();

      assertThat(place.lab().exists(kept.id().value())).isTrue();
      assertThat(place.lab().exists(more.id().value())).isTrue();
      connection.setAutoCommit(true);
    }
    assertUsable(place);
  }

  /** Locks one after the other, meeting the rival in between. */
  private static Specimen locking(Lab lab, Specimen first, Specimen second, CyclicBarrier meeting) {
    return lab.run(
        tx -> {
          tx.lock(SPECIMENS, List.of(first.id()));
          meet(meeting);
          tx.lock(SPECIMENS, List.of(second.id()));
          Specimen current = tx.store(SPECIMENS).get(second.id());
          return tx.store(SPECIMENS).save(current, current.withTotal(current.version() + 100));
        });
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await(200, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      // The rival comes only once: a command that is tried again goes on alone.
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aDeadlockCostsNobodyHisCommand(Faulty place) {
    Specimen a = place.lab().add(place.word());
    Specimen b = place.lab().add(place.word());
    CyclicBarrier meeting = new CyclicBarrier(2);

    Race<Specimen> race =
        Race.between(
            List.of(
                () -> locking(place.lab(), a, b, meeting),
                () -> locking(place.lab(), b, a, meeting)));

    assertThat(race.lost()).isEmpty();
    assertThat(race.won()).hasSize(2);
    assertUsable(place);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aHostThatLosesADeadlockKnowsWhetherItsTransactionIsGone(Faulty place) throws Exception {
    Specimen a = place.lab().add(place.word());
    Specimen b = place.lab().add(place.word());
    CyclicBarrier meeting = new CyclicBarrier(2);

    Race<String> race =
        Race.between(
            List.of(() -> inHost(place, a, b, meeting), () -> inHost(place, b, a, meeting)));

    assertThat(race.lost()).isEmpty();
    assertThat(race.won())
        .containsExactlyInAnyOrder(
            "won", place.deadlockUndoesTransaction() ? "lost all" : "lost a command");
    assertUsable(place);
  }

  private static String inHost(Faulty place, Specimen first, Specimen second, CyclicBarrier m)
      throws SQLException {
    try (Connection connection = place.hostConnection()) {
      connection.setAutoCommit(false);
      HostConnection host = HostTransaction.on(connection);
      Lab lab = place.session().join(host).get(Lab.class);
      Specimen early = lab.add(place.word());
      Throwable failure = catchThrowable(() -> locking(lab, first, second, m));
      if (failure == null) {
        connection.commit();
        connection.setAutoCommit(true);
        return "won";
      }
      assertThat(failure).isInstanceOf(Conflict.class);
      if (host.rollbackOnly()) {
        assertThatThrownBy(() -> lab.add(place.word()))
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("can only be rolled back");
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(place.lab().exists(early.id().value())).isFalse();
        return "lost all";
      }
      Specimen late = lab.add(place.word());
      connection.commit();
      connection.setAutoCommit(true);
      assertThat(place.lab().exists(early.id().value())).isTrue();
      assertThat(place.lab().exists(late.id().value())).isTrue();
      return "lost a command";
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aReadOnlyDatabaseIsReadAndRefusesCommandsClearly(Faulty place) throws Exception {
    place.lab().add(place.word());
    try (HikariDataSource readOnly = place.readOnly();
        Crm crm = place.open(readOnly)) {
      Lab lab = place.session(crm).get(Lab.class);

      assertThatThrownBy(() -> lab.add(place.word()))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("lets nothing be written");
      assertThat(lab.count()).isPositive();
      assertThat(readOnly.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  /** Turning auto-commit on would commit what is half done. */
  @ParameterizedTest
  @MethodSource("databases")
  void aConnectionThatCannotRollBackIsGivenUpAndNotGivenBack(Faulty place) {
    long before = place.lab().count();
    place.database().forget();
    place
        .database()
        .intercepting(
            (connection, call) -> {
              if (call.equals("rollback/0")) {
                throw new SQLException("cannot roll back, on purpose");
              }
            });

    assertThatThrownBy(
            () ->
                place
                    .lab()
                    .run(
                        tx ->
                            writingThenReading(
                                tx,
                                place,
                                () -> {
                                  throw new IllegalStateException("on purpose");
                                })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");

    assertThat(place.database().calls()).endsWith("rollback/0", "abort", "close");
    assertThat(place.database().calls().stream().filter("setAutoCommit"::equals)).hasSize(1);
    place.database().intercepting((connection, call) -> {});
    assertThat(place.lab().count()).isEqualTo(before);
    assertUsable(place);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aConnectionIsGivenBackAsItWas(Faulty place) {
    HikariConfig config = place.pooling();
    config.setAutoCommit(false);
    try (HikariDataSource manual = new HikariDataSource(config)) {
      Tampered watched = new Tampered(manual);
      try (Crm crm = place.open(watched)) {
        watched.forget();
        Lab lab = place.session(crm).get(Lab.class);
        lab.add(place.word());
        lab.count();

        assertThat(watched.calls()).doesNotContain("setAutoCommit").contains("commit", "close");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatFailsAfterTheCommitDoesNotLookLikeAFailedCommit(Faulty place) {
    try (CrmTransaction transaction = place.crm().begin()) {
      Specimen added = place.session().join(transaction).get(Lab.class).add(place.word());
      transaction.afterCommit(
          () -> {
            throw new IllegalStateException("on purpose");
          });
      transaction.commit();

      assertThat(place.lab().load(added.id())).isEqualTo(added);
    }
  }
}
