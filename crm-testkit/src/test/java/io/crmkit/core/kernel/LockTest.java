package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.REMARK;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.api.CrmTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import io.crmkit.testkit.storage.MariaDbStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Invariants over several rows hold because of locks, on any isolation level. */
@WithSetup(LabSetup.class)
class LockTest {

  /** Moves one below the other, unless that makes a cycle. */
  private static Specimen move(Lab lab, Specimen child, Specimen parent) {
    return lab.run(
        List.of(child.id(), parent.id()),
        tx -> {
          tx.lock(SPECIMENS, List.of(child.id(), parent.id()));
          SpecimenId up = parent.id();
          while (up != null) {
            if (up.equals(child.id())) {
              throw Refused.because(Reason.of(LabReason.WOULD_CYCLE));
            }
            up = tx.tenantWide().store(SPECIMENS).get(up).links().parent();
          }
          Specimen before = tx.store(SPECIMENS).get(child.id());
          return tx.store(SPECIMENS).save(before, before.withParent(parent.id()));
        });
  }

  @OnEveryStorage
  void two_moves_that_together_would_make_a_cycle_make_none(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (int round = 0; round < 8; round++) {
      Specimen a = lab.add("a" + round);
      Specimen b = lab.add("b" + round);

      Race<Specimen> race = Race.between(List.of(() -> move(lab, a, b), () -> move(lab, b, a)));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost())
          .allMatch(e -> e instanceof Refused || e instanceof Conflict, "refused or conflict");
      assertThat(lab.load(a.id()).links().parent() == null)
          .isNotEqualTo(lab.load(b.id()).links().parent() == null);
    }
  }

  @OnEveryStorage
  void a_name_without_a_row_can_be_locked(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (int round = 0; round < 5; round++) {
      String serial = "serial " + round;

      Race<Specimen> race = Race.of(4, i -> findOrAdd(crm, lab, serial));

      assertThat(race.allWon()).extracting(Specimen::id).containsOnly(race.won().get(0).id());
      assertThat(lab.<Long>read(tx -> tx.store(SPECIMENS).count(REMARK.eq(serial)))).isEqualTo(1);
    }
  }

  private static Specimen findOrAdd(TestCrm crm, Lab lab, String serial) {
    return lab.run(
        serial,
        tx -> {
          tx.lockNames("lab.serial", List.of(serial));
          return tx.store(SPECIMENS)
              .first(REMARK.eq(serial))
              .orElseGet(
                  () ->
                      tx.store(SPECIMENS)
                          .insert(
                              Specimen.of(tx.newId(), "label " + crm.newId()).withRemark(serial)));
        });
  }

  @OnEveryStorage
  void names_locked_in_opposite_order_do_not_block_each_other_for_ever(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Race<String> race =
        Race.of(
            4,
            i ->
                lab.run(
                    tx -> {
                      List<String> names = List.of("x", "y", "z");
                      List<String> mine = i % 2 == 0 ? names : List.of("z", "y", "x");
                      tx.lockNames("lab.serial", mine);
                      return "done";
                    }));
    assertThat(race.allWon()).hasSize(4);
  }

  @OnEveryStorage
  void ids_that_do_not_exist_are_passed_over(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen there = lab.add("there");

    lab.run(
        tx -> {
          tx.lock(SPECIMENS, List.of(new SpecimenId(tx.newId()), there.id(), there.id()));
          tx.lock(SPECIMENS, List.of());
          return there;
        });
  }

  @OnEveryStorage
  void what_is_read_after_the_lock_is_what_the_last_holder_left(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen counter = lab.add(Specimen.of(crm.newId(), "counter").withTotal(0));

    Race<Specimen> race =
        Race.of(
            6,
            i ->
                lab.run(
                    tx -> {
                      tx.lock(SPECIMENS, List.of(counter.id()));
                      Specimen before = tx.store(SPECIMENS).get(counter.id());
                      return tx.store(SPECIMENS)
                          .save(before, before.withTotal(before.measures().total() + 1));
                    }));

    race.allWon();
    assertThat(lab.load(counter.id()).measures().total()).isEqualTo(6);
  }

  @OnEveryStorage
  void numbers_start_at_one_and_have_no_gaps_when_commands_fail(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      boolean fails = i % 2 == 1;
      Throwable thrown =
          catchThrowable(
              () ->
                  numbers.add(
                      lab.run(
                          tx -> {
                            long number = tx.nextNumber("lab.number");
                            if (fails) {
                              throw new IllegalStateException("on purpose");
                            }
                            return number;
                          })));
      assertThat(thrown != null).isEqualTo(fails);
    }
    assertThat(numbers).containsExactly(1L, 2L, 3L);
  }

  @OnEveryStorage
  void numbers_have_no_gaps_when_threads_race(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    int runners = 5;
    int each = 4;
    Race<List<Long>> race =
        Race.of(
            runners,
            i -> {
              List<Long> mine = new ArrayList<>();
              for (int n = 0; n < each; n++) {
                boolean fails = (n + i) % 3 == 0;
                try {
                  mine.add(lab.run(tx -> numberOr(tx, fails)));
                } catch (IllegalStateException onPurpose) {
                  assertThat(fails).isTrue();
                }
              }
              return mine;
            });
    List<Long> all = race.allWon().stream().flatMap(List::stream).sorted().toList();
    assertThat(all).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
  }

  private static long numberOr(Tx tx, boolean fails) {
    long number = tx.nextNumber("lab.number");
    if (fails) {
      throw new IllegalStateException("on purpose");
    }
    return number;
  }

  @OnEveryStorage
  void each_sequence_counts_for_itself_and_on_within_one_unit(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<Long> numbers =
        lab.run(
            tx ->
                List.of(
                    tx.nextNumber("one"),
                    tx.nextNumber("one"),
                    tx.nextNumber("two"),
                    tx.nextNumber("one")));
    assertThat(numbers).containsExactly(1L, 2L, 1L, 3L);
  }

  @OnEveryStorage
  void a_deadlock_between_host_transactions_is_a_conflict_for_one_of_them(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen a = lab.add("a");
    Specimen b = lab.add("b");
    CountDownLatch bothHoldOne = new CountDownLatch(2);

    Race<String> race =
        Race.between(
            List.of(
                () -> lockCrosswise(crm, bothHoldOne, a, b),
                () -> lockCrosswise(crm, bothHoldOne, b, a)));

    assertThat(race.lost()).hasSizeLessThanOrEqualTo(1).allMatch(Conflict.class::isInstance);
    assertThat(race.won()).isNotEmpty();
    assertThat(lab.save(a, a.withTotal(5)).version()).isEqualTo(2);
    assertThat(lab.save(b, b.withTotal(5)).version()).isEqualTo(2);
  }

  private static String lockCrosswise(
      TestCrm crm, CountDownLatch bothHoldOne, Specimen first, Specimen second) throws Exception {
    try (CrmTransaction host = crm.crm().begin()) {
      Lab joined = crm.session().join(host).get(Lab.class);
      joined.run(tx -> lockOne(tx, first));
      bothHoldOne.countDown();
      assertThat(bothHoldOne.await(20, TimeUnit.SECONDS)).isTrue();
      joined.run(tx -> lockOne(tx, second));
      host.rollback();
      return "done";
    }
  }

  private static String lockOne(Tx tx, Specimen specimen) {
    tx.lock(SPECIMENS, List.of(specimen.id()));
    return "locked";
  }

  /**
   * MariaDB undoes the whole transaction of a deadlock's victim: there it is refused from then on,
   * so that the host cannot commit its second half alone.
   */
  @OnEveryStorage
  void a_conflict_over_names_leaves_the_host_s_transaction_usable_or_undoes_it_all(TestCrm crm) {
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    Race<String> race =
        Race.between(
            List.of(
                () -> nameCrosswise(crm, bothHoldOne, "x", "y"),
                () -> nameCrosswise(crm, bothHoldOne, "y", "x")));

    boolean undoesAll = crm.storage().equals(MariaDbStorage.NAME);
    List<Specimen> after = crm.get(Lab.class).read(tx -> tx.store(SPECIMENS).all(Criteria.all()));
    List<String> stored = after.stream().map(Specimen::label).sorted().toList();
    if (undoesAll) {
      assertThat(race.lost()).hasSize(1).allMatch(Conflict.class::isInstance);
      assertThat(stored).isIn(List.of("after x", "before x"), List.of("after y", "before y"));
    } else {
      race.allWon();
      assertThat(stored).containsExactly("after x", "after y", "before x", "before y");
    }
  }

  private static String nameCrosswise(
      TestCrm crm, CountDownLatch bothHoldOne, String first, String second) throws Exception {
    try (CrmTransaction host = crm.crm().begin()) {
      Lab joined = crm.session().join(host).get(Lab.class);
      joined.add("before " + first);
      joined.run(tx -> lockName(tx, first));
      bothHoldOne.countDown();
      assertThat(bothHoldOne.await(20, TimeUnit.SECONDS)).isTrue();
      try {
        joined.run(tx -> lockName(tx, second));
      } catch (Conflict caught) {
        joined.count();
      }
      joined.add("after " + first);
      host.commit();
      return "done";
    }
  }

  private static String lockName(Tx tx, String name) {
    tx.lockNames("lab.serial", List.of(name));
    return "locked";
  }

  @OnEveryStorage
  void commands_that_lock_crosswise_are_tried_again_until_all_are_done(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen a = lab.add(Specimen.of(crm.newId(), "a").withTotal(0));
    Specimen b = lab.add(Specimen.of(crm.newId(), "b").withTotal(0));

    Race<String> race =
        Race.of(
            2,
            i ->
                lab.run(
                    tx -> {
                      bump(tx, i == 0 ? a : b);
                      bump(tx, i == 0 ? b : a);
                      return "done";
                    }));

    assertThat(race.lost())
        .allMatch(e -> e instanceof Conflict || e instanceof StaleVersion, "conflict or stale");
    long done = race.won().size();
    assertThat(done).isPositive();
    List<Specimen> after = lab.read(tx -> tx.store(SPECIMENS).all(Criteria.all()));
    assertThat(after).extracting(s -> s.measures().total()).containsExactly(done, done);
  }

  private static void bump(Tx tx, Specimen specimen) {
    tx.lock(SPECIMENS, List.of(specimen.id()));
    Specimen before = tx.store(SPECIMENS).get(specimen.id());
    tx.store(SPECIMENS).save(before, before.withTotal(before.measures().total() + 1));
  }
}
