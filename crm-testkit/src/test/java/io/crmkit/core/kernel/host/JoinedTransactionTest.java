package io.crmkit.core.kernel.host;

import static io.crmkit.core.kernel.host.HostRows.onDatabase;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.HostConnection;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.error.Refused;
import io.crmkit.api.module.Modules;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks;
import io.crmkit.core.kernel.lab.LabQueries;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.ArrayList;
import java.util.List;

/** Many sessions in one transaction of the host, and what is the host's alone. */
@WithSetup(LabSetup.class)
class JoinedTransactionTest {

  private static long number(Lab lab) {
    return lab.<Long>run(tx -> tx.nextNumber("lab.number"));
  }

  private static Lab joined(TestCrm crm, HostTransaction host) {
    return crm.session().join(host).get(Lab.class);
  }

  @OnEveryStorage
  void nothing_that_is_the_host_s_is_touched(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          Specimen present = crm.get(Lab.class).add("present");
          crm.setup(LabSetup.class)
              .hooks()
              .on(crm.tenant(), LabHooks.Subscriber.LATER, (s, e) -> s.get(Lab.class).add("later"));
          Tampered host = new Tampered(crm.dataSource().orElseThrow());
          CrmSession session = crm.session().join(HostTransaction.on(host.around(connection)));
          Lab lab = session.get(Lab.class);

          lab.run(tx -> publishing(tx, present));
          assertThatThrownBy(() -> lab.add("present")).isInstanceOf(Refused.class);
          assertThatThrownBy(() -> lab.save(present.withTotal(5), present.withTotal(6)))
              .isInstanceOf(RuntimeException.class);
          session.once("key").get(Lab.class).add("once");
          session.rehearse(s -> s.get(Lab.class).add("rehearsed"));
          session.transaction(s -> s.get(Lab.class).add("grouped"));
          session.deliver();
          session.get(Modules.class).switchOff("annex");
          lab.read(tx -> tx.queries(LabQueries.class).loads());

          assertThat(lab.count()).isEqualTo(4);
          assertThat(host.calls()).doesNotContainAnyElementsOf(Tampered.THE_OWNERS);
          assertThat(host.texts()).noneMatch(JoinedTransactionTest::endsTransactions);
          assertThat(host.texts()).hasSizeGreaterThan(20);
        });
  }

  private static boolean endsTransactions(String sql) {
    return sql.strip()
        .toLowerCase(java.util.Locale.ROOT)
        .matches("(?s)(commit|rollback(?! to)|set |begin|start ).*");
  }

  private static Specimen publishing(io.crmkit.core.spi.work.Tx tx, Specimen present) {
    tx.publish(Measured.of(present.id(), 1));
    Specimen before = tx.store(SPECIMENS).get(present.id());
    tx.lock(SPECIMENS, List.of(present.id()));
    return tx.store(SPECIMENS).save(before, before.withTotal(3));
  }

  @OnEveryStorage
  void two_joins_of_one_transaction_share_its_numbers(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          Lab first = joined(crm, HostTransaction.on(connection));
          Lab second = joined(crm, HostTransaction.on(connection));
          List<Long> numbers = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            numbers.add(number(first));
            numbers.add(number(second));
          }
          connection.commit();

          assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
          assertThat(number(crm.get(Lab.class))).isEqualTo(7);
        });
  }

  @OnEveryStorage
  void what_one_join_wrote_another_reads_and_changes(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          Specimen added = joined(crm, HostTransaction.on(connection)).add("one");
          Specimen changed =
              joined(crm, HostTransaction.on(connection)).save(added, added.withTotal(9));
          connection.commit();

          assertThat(crm.get(Lab.class).load(added.id())).isEqualTo(changed);
        });
  }

  /** As a subscriber does that asks a transaction manager for the current transaction. */
  @OnEveryStorage
  void who_joins_within_a_command_takes_part_in_it(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          Lab outer = joined(crm, HostTransaction.on(connection));
          Lab early = joined(crm, HostTransaction.on(connection));
          Fingerprint before = crm.fingerprint();

          List<Long> numbers =
              outer.run(
                  tx -> {
                    List<Long> taken = new ArrayList<>();
                    Specimen mine = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "outer"));
                    taken.add(tx.nextNumber("lab.number"));
                    Lab late = joined(crm, HostTransaction.on(connection));
                    taken.add(number(late));
                    taken.add(number(early));
                    assertThat(late.load(mine.id())).isEqualTo(mine);
                    taken.add(tx.nextNumber("lab.number"));
                    return taken;
                  });
          assertThat(numbers).containsExactly(1L, 2L, 3L, 4L);

          assertThatThrownBy(
                  () ->
                      outer.run(
                          tx -> {
                            tx.nextNumber("lab.number");
                            joined(crm, HostTransaction.on(connection)).add("inner");
                            number(early);
                            throw new IllegalStateException("on purpose");
                          }))
              .hasMessage("on purpose");
          assertThat(outer.count()).isEqualTo(1);
          assertThat(number(outer)).isEqualTo(5);
          connection.rollback();

          assertThat(crm.fingerprint()).isEqualTo(before);
        });
  }

  @OnEveryStorage
  void a_switched_module_is_off_in_the_transaction_at_once_and_elsewhere_after_its_commit(
      TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          HostConnection host = HostTransaction.on(connection);
          assertThat(crm.get(Modules.class).on()).contains("annex");
          crm.session().join(host).get(Modules.class).switchOff("annex");

          CrmSession again = crm.session().join(HostTransaction.on(connection));
          assertThat(again.get(Modules.class).on()).doesNotContain("annex");
          assertThat(crm.get(Modules.class).on()).contains("annex");
          connection.commit();
          host.drain();

          assertThat(crm.get(Modules.class).on()).doesNotContain("annex");
        });
  }

  @OnEveryStorage
  void what_the_host_undoes_was_never_true_for_others(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          crm.session().join(HostTransaction.on(connection)).get(Modules.class).switchOff("annex");
          assertThat(crm.session().join(HostTransaction.on(connection)).get(Modules.class).on())
              .doesNotContain("annex");
          connection.rollback();

          assertThat(crm.get(Modules.class).on()).contains("annex");
        });
  }

  @OnEveryStorage
  void the_host_s_rows_go_with_a_transaction_that_the_crm_began(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        unused -> {
          try (CrmTransaction transaction = crm.crm().begin()) {
            joined(crm, transaction).add("one");
            HostRows.insert(transaction.connection(), crm, "kept");
            transaction.commit();
          }
          try (CrmTransaction transaction = crm.crm().begin()) {
            joined(crm, transaction).add("two");
            HostRows.insert(transaction.connection(), crm, "undone");
          }

          assertThat(HostRows.all(crm)).containsExactly("kept");
          assertThat(crm.get(Lab.class).count()).isEqualTo(1);
        });
  }

  @OnEveryStorage
  void a_transaction_that_another_crm_began_cannot_be_joined(TestCrm crm) {
    try (var other =
            io.crmkit.api.Crm.builder(io.crmkit.api.access.AccessPolicy.allowAll()).open();
        CrmTransaction theirs = other.begin()) {
      assertThatThrownBy(() -> crm.session().join(theirs))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another CRM");
    }
  }

  @OnEveryStorage
  void a_unit_of_work_that_reads_takes_no_commands(TestCrm crm) {
    Lab lab = crm.get(Lab.class);

    assertThatThrownBy(() -> lab.read(tx -> tx.session().get(Lab.class).add("lost")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("reads");
    assertThat(lab.count()).isZero();
  }
}
