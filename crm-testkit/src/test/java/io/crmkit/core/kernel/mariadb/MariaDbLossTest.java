package io.crmkit.core.kernel.mariadb;

import static io.crmkit.core.kernel.mariadb.MariaDbPlace.TENANT;
import static io.crmkit.core.kernel.mariadb.MariaDbPlace.lab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabEntities;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.Race;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a host's transaction is worth after MariaDB has refused a statement in it. */
class MariaDbLossTest {

  private static Lab joined(Crm crm, Connection connection) {
    return crm.session(TENANT, Actor.of("tester"))
        .join(HostTransaction.on(connection))
        .get(Lab.class);
  }

  private static String lockName(Lab lab, String name) {
    return lab.run(
        tx -> {
          tx.lockNames("lab.serial", List.of(name));
          return name;
        });
  }

  @Test
  void aLockThatIsNotGivenInTimeIsAConflictAndTheTransactionGoesOn() throws Exception {
    try (MariaDbPlace place = MariaDbPlace.open("");
        Crm crm = place.crm();
        Connection holder = place.dataSource().getConnection();
        Connection waiting = place.dataSource().getConnection()) {
      holder.setAutoCommit(false);
      lockName(joined(crm, holder), "name");
      try (Statement patience = waiting.createStatement()) {
        patience.execute("set innodb_lock_wait_timeout = 1");
      }
      waiting.setAutoCommit(false);
      Lab lab = joined(crm, waiting);
      lab.add("before");

      assertThatThrownBy(() -> lockName(lab, "name")).isInstanceOf(Conflict.class);

      lab.add("after");
      waiting.commit();
      holder.rollback();
      assertThat(labels(crm)).containsExactlyInAnyOrder("before", "after");
    }
  }

  /** MariaDB has undone what came before; what comes after must not be committed without it. */
  @Test
  void afterADeadlockNothingMoreIsWrittenInTheHostsTransaction() throws Exception {
    try (MariaDbPlace place = MariaDbPlace.open("");
        Crm crm = place.crm()) {
      CountDownLatch bothHoldOne = new CountDownLatch(2);

      Race<String> race =
          Race.between(
              List.of(
                  () -> crosswise(place, crm, bothHoldOne, List.of("x", "y")),
                  () -> crosswise(place, crm, bothHoldOne, List.of("y", "x"))));

      assertThat(race.lost()).isEmpty();
      assertThat(race.won()).containsExactlyInAnyOrder("done", "refused");
      assertThat(labels(crm)).isIn(List.of("after x", "before x"), List.of("after y", "before y"));
    }
  }

  private static String crosswise(
      MariaDbPlace place, Crm crm, CountDownLatch bothHoldOne, List<String> names)
      throws Exception {
    try (Connection connection = place.dataSource().getConnection()) {
      // At repeatable read, the second would wait at the gap where the first looked for its label.
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      Lab lab = joined(crm, connection);
      lab.add("before " + names.get(0));
      lockName(lab, names.get(0));
      bothHoldOne.countDown();
      assertThat(bothHoldOne.await(20, TimeUnit.SECONDS)).isTrue();
      String result = "done";
      try {
        lockName(lab, names.get(1));
        lab.add("after " + names.get(0));
      } catch (Conflict deadlock) {
        result = "refused";
        assertThatThrownBy(() -> lab.add("after " + names.get(0)))
            .isInstanceOf(StorageFailure.class);
        assertThatThrownBy(lab::count).isInstanceOf(CrmException.class);
      }
      // A host that has not listened commits all the same.
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    }
  }

  private static List<String> labels(Crm crm) {
    return lab(crm)
        .read(
            tx ->
                tx.store(LabEntities.SPECIMENS).all(Criteria.all()).stream()
                    .map(Specimen::label)
                    .sorted()
                    .toList());
  }
}
