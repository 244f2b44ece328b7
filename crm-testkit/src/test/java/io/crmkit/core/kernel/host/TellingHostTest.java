package io.crmkit.core.kernel.host;

import static io.crmkit.core.kernel.host.HostRows.onDatabase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.api.module.Modules;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.sql.Connection;

/** What a transaction of the host's says of itself, and what it is told. */
@WithSetup(LabSetup.class)
class TellingHostTest {

  private static Lab joined(TestCrm crm, HostTransaction host) {
    return crm.session().join(host).get(Lab.class);
  }

  @OnEveryStorage
  void the_host_is_told_once_what_waits_for_its_commit(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          TellingHost host = new TellingHost(connection);
          Specimen present = crm.get(Lab.class).add("present");
          for (int i = 0; i < 3; i++) {
            joined(crm, host)
                .run(
                    tx -> {
                      tx.publish(Measured.of(present.id(), 1));
                      return "told";
                    });
          }
          connection.commit();

          assertThat(host.after).hasSize(1);
          host.after.forEach(Runnable::run);
          assertThatThrownBy(() -> joinedLater(crm, host, connection))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("ended");
        });
  }

  /** A session from before the commit is of no use after it. */
  private static void joinedLater(TestCrm crm, TellingHost host, Connection connection) {
    TellingHost next = new TellingHost(connection);
    Lab lab = joined(crm, next);
    lab.run(
        tx -> {
          tx.publish(Measured.of(lab.add("x").id(), 1));
          return "told";
        });
    next.after.forEach(Runnable::run);
    lab.add("late");
  }

  @OnEveryStorage
  void a_read_only_transaction_takes_reads_and_refuses_commands_before_they_are_sent(TestCrm crm)
      throws Exception {
    onDatabase(
        crm,
        connection -> {
          crm.get(Lab.class).add("present");
          TellingHost host = new TellingHost(connection);
          host.readOnly = true;
          Lab lab = joined(crm, host);

          assertThatThrownBy(() -> lab.add("one"))
              .isInstanceOf(StorageFailure.class)
              .hasMessageContaining("read-only");
          assertThat(lab.count()).isEqualTo(1);
          HostRows.insert(connection, crm, "the host goes on");
          connection.commit();

          assertThat(HostRows.all(crm)).containsExactly("the host goes on");
        });
  }

  @OnEveryStorage
  void a_read_only_connection_says_so_itself(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          crm.get(Lab.class).add("present");
          connection.setReadOnly(true);
          if (connection.isReadOnly()) { // H2 knows no read-only connections
            Lab lab = joined(crm, HostTransaction.on(connection));
            assertThatThrownBy(() -> lab.add("one"))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("read-only");
            assertThat(lab.count()).isEqualTo(1);
          }
          connection.rollback();
          connection.setReadOnly(false);
        });
  }

  @OnEveryStorage
  void without_savepoints_a_failed_command_dooms_the_transaction(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          TellingHost host = new TellingHost(connection);
          host.savepoints = false;
          Lab lab = joined(crm, host);
          lab.add("one");
          assertThat(host.rollbackOnly).isFalse();
          assertThat(host.before).isEmpty();

          assertThatThrownBy(() -> lab.add("one")).isInstanceOf(Refused.class);

          assertThat(host.rollbackOnly).isTrue();
          assertThatThrownBy(() -> lab.add("two"))
              .isInstanceOf(StorageFailure.class)
              .hasMessageContaining("can only be rolled back");
          assertThat(lab.count()).as("reads go on").isEqualTo(1);
          assertThat(host.before).hasSize(1);
          assertThatThrownBy(() -> host.before.get(0).run())
              .as("a host that would commit all the same")
              .isInstanceOf(StorageFailure.class);
        });
  }

  @OnEveryStorage
  void without_savepoints_a_group_that_fails_dooms_the_transaction(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          TellingHost host = new TellingHost(connection);
          host.savepoints = false;
          CrmSession session = crm.session().join(host);
          session.transaction(s -> s.get(Lab.class).add("fine"));
          assertThat(host.rollbackOnly).isFalse();

          assertThatThrownBy(
                  () ->
                      session.transaction(
                          s -> {
                            s.get(Lab.class).add("one");
                            throw new IllegalStateException("the host's, in between");
                          }))
              .isInstanceOf(IllegalStateException.class);

          assertThat(host.rollbackOnly).isTrue();
          assertThatThrownBy(() -> session.rehearse(s -> s.get(Lab.class).add("two")))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("savepoints");
        });
  }

  @OnEveryStorage
  void a_failed_command_leaves_nothing_that_waits_for_the_commit(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          TellingHost host = new TellingHost(connection);
          CrmSession session = crm.session().join(host);
          assertThat(crm.get(Modules.class).on()).contains("annex");
          assertThatThrownBy(
                  () ->
                      session
                          .get(Lab.class)
                          .run(
                              tx -> {
                                tx.session().get(Modules.class).switchOff("annex");
                                throw new IllegalStateException("on purpose");
                              }))
              .hasMessage("on purpose");
          connection.commit();
          host.after.forEach(Runnable::run);

          assertThat(crm.get(Modules.class).on()).contains("annex");
        });
  }
}
