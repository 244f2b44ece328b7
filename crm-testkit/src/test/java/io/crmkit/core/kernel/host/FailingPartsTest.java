package io.crmkit.core.kernel.host;

import static io.crmkit.core.kernel.host.HostRows.onDatabase;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.core.kernel.lab.AnnexModule;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks;
import io.crmkit.core.kernel.lab.LabModule;
import io.crmkit.core.kernel.lab.LabQueries;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.ReadTx.Gathered;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import io.crmkit.testkit.sql.RoundTrips;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A view is put together from parts, and one whose statement fails is only missing. */
@WithSetup(LabSetup.class)
class FailingPartsTest {

  /** How a part reads. */
  private static final List<Function<ReadTx, Long>> READS =
      List.of(
          tx -> tx.store(SPECIMENS).count(Criteria.all()),
          tx -> (long) tx.queries(LabQueries.class).loads().size());

  /** The annex contributes twice; the first part fails in the database, the second does not. */
  private static Gathered<Long> gather(ReadTx tx, Tampered database, Function<ReadTx, Long> read) {
    List<Object> asked = new ArrayList<>();
    return tx.gather(
        LabModule.NOTES,
        source -> {
          asked.add(source);
          database.rewriting(
              asked.size() == 1 ? s -> s.replace("crm_lab_", "crm_no_such_") : s -> s);
          long before = tx.store(SPECIMENS).count(Criteria.all()) - 1;
          return List.of(before + 1 + 0 * read.apply(tx));
        });
  }

  private static Gathered<Long> calm(ReadTx tx) {
    return tx.gather(LabModule.NOTES, source -> List.of(tx.store(SPECIMENS).count(Criteria.all())));
  }

  private static Crm open(TestCrm crm, Tampered database) {
    return Crm.builder(AccessPolicy.allowAll())
        .module(new LabModule(new LabHooks()))
        .module(new AnnexModule(new LabHooks()))
        .delivery(CrmBuilder.Delivery.MANUAL)
        .dataSource(database)
        .open();
  }

  private static void onOwnEngine(TestCrm crm, EngineWork work) throws Exception {
    onDatabase(
        crm,
        unused -> {
          crm.get(Lab.class).add("present");
          Tampered database = new Tampered(crm.dataSource().orElseThrow());
          try (Crm own = open(crm, database)) {
            work.on(database, own.session(crm.tenant(), Actor.of("tester")).get(Lab.class));
          }
        });
  }

  private interface EngineWork {
    void on(Tampered database, Lab lab) throws Exception;
  }

  private static void assertOneMissing(Gathered<Long> gathered) {
    assertThat(gathered.items()).containsExactly(1L);
    assertThat(gathered.missing()).containsExactly("annex");
  }

  @OnEveryStorage
  void in_a_read_of_its_own(TestCrm crm) throws Exception {
    onOwnEngine(
        crm,
        (database, lab) -> {
          for (Function<ReadTx, Long> read : READS) {
            assertOneMissing(lab.read(tx -> gather(tx, database, read)));
          }
        });
  }

  @OnEveryStorage
  void in_a_command_of_its_own_before_and_after_its_writes(TestCrm crm) throws Exception {
    onOwnEngine(
        crm,
        (database, lab) -> {
          Specimen kept =
              lab.run(
                  tx -> {
                    assertOneMissing(gather(tx, database, READS.get(0)));
                    Specimen added =
                        tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "in the command"));
                    tx.store(SPECIMENS).get(added.id());
                    assertThat(gather(tx, database, READS.get(1)).items()).containsExactly(2L);
                    return tx.store(SPECIMENS).save(added, added.withTotal(8));
                  });

          assertThat(lab.load(kept.id())).isEqualTo(kept);
        });
  }

  @OnEveryStorage
  void in_the_host_s_transaction_which_goes_on(TestCrm crm) throws Exception {
    onDatabase(
        crm,
        connection -> {
          crm.get(Lab.class).add("present");
          Tampered database = new Tampered(crm.dataSource().orElseThrow());
          Lab lab =
              crm.session().join(HostTransaction.on(database.around(connection))).get(Lab.class);
          HostRows.insert(connection, crm, "before");
          for (Function<ReadTx, Long> read : READS) {
            assertOneMissing(lab.read(tx -> gather(tx, database, read)));
          }
          lab.run(
              tx -> {
                assertOneMissing(gather(tx, database, READS.get(0)));
                Specimen one = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "one"));
                tx.store(SPECIMENS).get(one.id());
                assertThat(gather(tx, database, READS.get(1)).items()).containsExactly(2L);
                return tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "two"));
              });
          HostRows.insert(connection, crm, "after");
          connection.commit();

          assertThat(HostRows.all(crm)).containsExactly("after", "before");
          assertThat(crm.get(Lab.class).count()).isEqualTo(3);
        });
  }

  @OnEveryStorage
  void a_write_from_before_that_fails_within_a_part_fails_the_whole(TestCrm crm) throws Exception {
    onOwnEngine(
        crm,
        (database, lab) -> {
          assertThatThrownBy(
                  () ->
                      lab.run(
                          tx -> {
                            tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "one"));
                            return new Holder(gather(tx, database, READS.get(0)));
                          }))
              .isInstanceOf(StorageFailure.class);
          database.rewriting(s -> s);

          assertThat(lab.count()).isEqualTo(1);
        });
  }

  /** A contribution that calls a command writes, which nobody forbids. */
  @OnEveryStorage
  void a_part_that_wrote_and_then_failed_has_written_nothing(TestCrm crm) {
    Lab lab = crm.get(Lab.class);

    Gathered<Long> gathered =
        lab.run(
                tx -> {
                  tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "before"));
                  List<Object> asked = new ArrayList<>();
                  return new Holder(
                      tx.gather(
                          LabModule.NOTES,
                          source -> {
                            asked.add(source);
                            long count = tx.session().get(Lab.class).count();
                            tx.session().get(Lab.class).add("part " + asked.size());
                            if (asked.size() == 1) {
                              throw new IllegalStateException("on purpose");
                            }
                            return List.of(count);
                          }));
                })
            .gathered();

    assertThat(gathered.items()).containsExactly(1L);
    assertThat(lab.count()).isEqualTo(2);
  }

  private record Holder(Gathered<Long> gathered) {}

  @OnEveryStorage
  void a_command_whose_read_fails_leaves_the_host_s_transaction_usable(TestCrm crm)
      throws Exception {
    onDatabase(
        crm,
        connection -> {
          Specimen present = crm.get(Lab.class).add("present");
          Tampered database = new Tampered(crm.dataSource().orElseThrow());
          Lab lab =
              crm.session().join(HostTransaction.on(database.around(connection))).get(Lab.class);
          HostRows.insert(connection, crm, "before");
          database.rewriting(s -> s.replace("crm_lab_sample", "crm_no_such_sample"));
          assertThatThrownBy(() -> lab.run(tx -> tx.store(SPECIMENS).get(present.id())))
              .isInstanceOf(StorageFailure.class);
          database.rewriting(s -> s);

          lab.add("after");
          HostRows.insert(connection, crm, "after");
          connection.commit();

          assertThat(HostRows.all(crm)).containsExactly("after", "before");
          assertThat(crm.get(Lab.class).count()).isEqualTo(2);
        });
  }

  /** Counted below the driver, where there is one that counts. */
  @OnEveryStorage
  void guarding_the_parts_costs_next_to_nothing(TestCrm crm) throws Exception {
    onOwnEngine(
        crm,
        (database, lab) -> {
          lab.read(FailingPartsTest::calm);
          long start = RoundTrips.count();
          lab.read(FailingPartsTest::calm);
          long alone = RoundTrips.count() - start;

          try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Lab joined = crm.session().join(HostTransaction.on(connection)).get(Lab.class);
            joined.count();
            start = RoundTrips.count();
            joined.read(FailingPartsTest::calm);
            long inTheHosts = RoundTrips.count() - start;
            connection.rollback();
            connection.setAutoCommit(true);
            if (crm.storage().equals("POSTGRES")) {
              assertThat(alone).as("two reads, each a transaction").isEqualTo(2);
              assertThat(inTheHosts).as("two reads, and the release").isEqualTo(3);
            }
          }
        });
  }
}
