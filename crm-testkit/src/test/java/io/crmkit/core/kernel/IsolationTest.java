package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.REMARK;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one unit of work sees of others, on every storage; see docs/concurrency.md. */
@WithSetup(LabSetup.class)
class IsolationTest {

  private static Lab in(TestCrm crm, CrmTransaction host) {
    return crm.session().join(host).get(Lab.class);
  }

  private static long total(ReadTx tx, Specimen specimen) {
    return tx.store(SPECIMENS).get(specimen.id()).measures().total();
  }

  private static long remarked(ReadTx tx, String remark) {
    return tx.store(SPECIMENS).count(REMARK.eq(remark));
  }

  @OnEveryStorage
  void nobody_sees_what_is_not_committed(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen row = lab.add("row");
    try (CrmTransaction writer = crm.crm().begin();
        CrmTransaction reader = crm.crm().begin()) {
      in(crm, writer).save(row, row.withTotal(7).withRemark("changed"));
      in(crm, writer).add("new");

      assertThat(in(crm, reader).load(row.id())).isEqualTo(row);
      assertThat(in(crm, reader).count()).isEqualTo(1);
      assertThat(in(crm, reader).<Long>read(tx -> remarked(tx, "changed"))).isZero();

      writer.rollback();
      assertThat(in(crm, reader).load(row.id())).isEqualTo(row);
    }
    assertThat(lab.load(row.id())).isEqualTo(row);
    assertThat(lab.count()).isEqualTo(1);
  }

  @OnEveryStorage
  void everybody_sees_his_own_writes(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen changed = lab.add("changed");
    Specimen deleted = lab.add("deleted");

    lab.run(
        tx -> {
          tx.store(SPECIMENS).save(changed, changed.withTotal(7).withSamples(Sample.of("s")));
          tx.store(SPECIMENS).delete(deleted);
          tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "new").withRemark("mine"));

          assertThat(total(tx, changed)).isEqualTo(7);
          assertThat(tx.store(SPECIMENS).find(deleted.id())).isEmpty();
          assertThat(remarked(tx, "mine")).isEqualTo(1);
          assertThat(tx.store(SPECIMENS).all(Criteria.all()))
              .extracting(Specimen::label)
              .containsExactlyInAnyOrder("changed", "new");
          return "done";
        });
  }

  @OnEveryStorage
  void what_a_failed_command_wrote_is_gone_for_the_transaction_too(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen row = lab.add("row");
    try (CrmTransaction host = crm.crm().begin()) {
      Specimen kept = in(crm, host).save(row, row.withTotal(2));
      assertThatThrownBy(
              () ->
                  in(crm, host)
                      .run(
                          tx -> {
                            tx.store(SPECIMENS).save(kept, kept.withTotal(3));
                            tx.store(SPECIMENS).count(Criteria.all());
                            throw new IllegalStateException("on purpose");
                          }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(in(crm, host).load(row.id())).isEqualTo(kept);
      host.commit();
    }
    assertThat(lab.load(row.id()).measures().total()).isEqualTo(2);
  }

  @OnEveryStorage
  void a_stale_save_is_refused_and_the_host_s_transaction_goes_on(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen row = lab.add("row");
    try (CrmTransaction host = crm.crm().begin()) {
      Specimen seen = in(crm, host).load(row.id());
      Specimen faster = lab.save(row, row.withTotal(5));

      assertThatThrownBy(() -> in(crm, host).save(seen, seen.withTotal(6)))
          .isInstanceOf(StaleVersion.class);
      assertThatThrownBy(
              () ->
                  in(crm, host)
                      .run(
                          tx -> {
                            tx.store(SPECIMENS).delete(seen);
                            return "deleted";
                          }))
          .isInstanceOf(StaleVersion.class);

      assertThat(in(crm, host).load(row.id())).isEqualTo(faster);
      in(crm, host).save(faster, faster.withTotal(6));
      host.commit();
    }
    assertThat(lab.load(row.id()).measures().total()).isEqualTo(6);
  }

  /** Memory shows one snapshot until a lock is taken; databases look anew with each statement. */
  @OnEveryStorage
  void after_a_lock_is_seen_what_was_committed_before_it(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen row = lab.add(Specimen.of(crm.newId(), "row").withTotal(0));
    List<Long> totals = new ArrayList<>();
    List<Long> counts = new ArrayList<>();

    lab.run(
        tx -> {
          totals.add(total(tx, row));
          counts.add(remarked(tx, "phantom"));
          lab.save(row, row.withTotal(1));
          lab.add(Specimen.of(crm.newId(), "phantom").withRemark("phantom"));
          totals.add(total(tx, row));
          counts.add(remarked(tx, "phantom"));
          tx.lock(SPECIMENS, List.of(row.id()));
          totals.add(total(tx, row));
          counts.add(remarked(tx, "phantom"));
          return "done";
        });

    assertThat(totals.get(0)).isZero();
    assertThat(totals.get(1)).isIn(0L, 1L);
    assertThat(totals.get(2)).isEqualTo(1);
    assertThat(counts.get(1)).isIn(0L, 1L);
    assertThat(counts.get(2)).isEqualTo(1);
    if (crm.storage().equals("MEMORY")) {
      assertThat(List.of(totals.get(1), counts.get(1))).containsOnly(0L);
    }
  }

  @OnEveryStorage
  void after_a_name_is_locked_is_seen_what_was_committed_before_it(TestCrm crm) {
    Lab lab = crm.get(Lab.class);

    lab.run(
        tx -> {
          assertThat(remarked(tx, "phantom")).isZero();
          lab.add(Specimen.of(crm.newId(), "phantom").withRemark("phantom"));
          tx.lockNames("lab.remark", List.of("phantom"));
          assertThat(remarked(tx, "phantom")).isEqualTo(1);
          return "done";
        });
  }

  @OnEveryStorage
  void each_command_in_a_transaction_sees_what_was_committed_before_it(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen row = lab.add("row");
    try (CrmTransaction host = crm.crm().begin()) {
      in(crm, host).run(tx -> tx.store(SPECIMENS).get(row.id()));
      Specimen changed = lab.save(row, row.withTotal(5));

      Specimen seen = in(crm, host).run(tx -> tx.store(SPECIMENS).get(row.id()));

      assertThat(seen).isEqualTo(changed);
    }
  }

  @OnEveryStorage
  void a_transfer_is_seen_whole_or_not_at_all(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen a = lab.add(Specimen.of(crm.newId(), "a").withTotal(100));
    Specimen b = lab.add(Specimen.of(crm.newId(), "b").withTotal(0));
    AtomicBoolean over = new AtomicBoolean();

    Callable<Integer> writer =
        () -> {
          for (int i = 0; i < 40; i++) {
            transfer(lab, i % 3 == 0 ? b : a, i % 3 == 0 ? a : b);
          }
          over.set(true);
          return 0;
        };
    Callable<Integer> reader =
        () -> {
          int seen = 0;
          while (!over.get()) {
            List<Specimen> all = lab.read(tx -> tx.store(SPECIMENS).all(Criteria.all()));
            assertThat(all.stream().mapToLong(s -> s.measures().total()).sum()).isEqualTo(100);
            seen++;
          }
          return seen;
        };

    Race.between(List.of(writer, reader, reader)).allWon();
  }

  private static void transfer(Lab lab, Specimen from, Specimen to) {
    lab.run(
        tx -> {
          tx.lock(SPECIMENS, List.of(from.id(), to.id()));
          Specimen less = tx.store(SPECIMENS).get(from.id());
          Specimen more = tx.store(SPECIMENS).get(to.id());
          tx.store(SPECIMENS).save(less, less.withTotal(less.measures().total() - 1));
          return tx.store(SPECIMENS).save(more, more.withTotal(more.measures().total() + 1));
        });
  }

  /** Each leaves only if the other stays: without the locks both would see the other stay. */
  @OnEveryStorage
  void of_two_who_may_not_both_leave_one_stays(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (int round = 0; round < 6; round++) {
      Specimen a = lab.add(Specimen.of(crm.newId(), "a" + round).withTotal(1));
      Specimen b = lab.add(Specimen.of(crm.newId(), "b" + round).withTotal(1));

      Race<Specimen> race = Race.of(2, i -> leave(lab, i == 0 ? a : b, i == 0 ? b : a));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost()).allMatch(Refused.class::isInstance);
      long staying = lab.load(a.id()).measures().total() + lab.load(b.id()).measures().total();
      assertThat(staying).isEqualTo(1);
    }
  }

  private static Specimen leave(Lab lab, Specimen me, Specimen other) {
    return lab.run(
        tx -> {
          tx.lock(SPECIMENS, List.of(me.id(), other.id()));
          if (total(tx, other) == 0) {
            throw Refused.because(Reason.of(LabReason.TOO_OLD));
          }
          Specimen before = tx.store(SPECIMENS).get(me.id());
          return tx.store(SPECIMENS).save(before, before.withTotal(0));
        });
  }

  @OnEveryStorage
  void whoever_wants_a_key_that_is_being_taken_waits_for_what_comes_of_it(TestCrm crm)
      throws Exception {
    Lab lab = crm.get(Lab.class);
    for (boolean commits : new boolean[] {true, false}) {
      String label = "label " + commits;
      CountDownLatch claimed = new CountDownLatch(1);

      Race<String> race =
          Race.between(
              List.of(
                  () -> {
                    try (CrmTransaction host = crm.crm().begin()) {
                      in(crm, host).add(label);
                      claimed.countDown();
                      if (commits) {
                        host.commit();
                      }
                      return "first";
                    }
                  },
                  () -> {
                    assertThat(claimed.await(20, TimeUnit.SECONDS)).isTrue();
                    lab.add(label);
                    return "second";
                  }));

      assertThat(race.won()).hasSize(commits ? 1 : 2);
      assertThat(race.lost())
          .allMatch(e -> e instanceof Refused || e instanceof Conflict, "refused or conflict");
    }
    assertThat(lab.count()).isEqualTo(2);
  }
}
