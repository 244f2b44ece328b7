package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.REMARK;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.storage.TestStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Used keys and locked names are cleared when they are old, and not before. */
@Tag("contract")
class RetentionTest {

  private static final Duration KEPT = Duration.ofDays(30);

  /** Clearing concerns every tenant, so there must be no look-alike whose rows shall stay. */
  static Stream<Named<TestCrm>> crms() {
    return TestStorage.every().stream()
        .map(s -> Named.of(s.name(), TestCrm.on(s, LabSetup.class, 1)));
  }

  private static Specimen make(CrmSession session, String label) {
    return session
        .get(Lab.class)
        .run(label, tx -> tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), label)));
  }

  private static List<String> rows(TestCrm crm, String... tables) {
    Fingerprint all = crm.fingerprint();
    List<String> rows = new ArrayList<>();
    for (String table : tables) {
      rows.addAll(all.rows().getOrDefault(table, List.of()));
    }
    return rows;
  }

  private static List<String> usedKeys(TestCrm crm) {
    return rows(crm, "crm_used_key", "kernel.used-key");
  }

  @ParameterizedTest
  @MethodSource("crms")
  void a_key_is_kept_until_its_time_and_then_free(TestCrm crm) {
    Specimen first = make(crm.session().once("key"), "one");

    crm.clock().advance(KEPT.minusSeconds(1));
    crm.crm().clearOld();
    assertThat(make(crm.session().once("key"), "one")).isEqualTo(first);
    assertThatThrownBy(() -> make(crm.session().once("key"), "other")).isInstanceOf(Refused.class);

    crm.clock().advance(Duration.ofSeconds(2));
    assertThat(crm.crm().clearOld()).isPositive();
    assertThat(usedKeys(crm)).isEmpty();
    assertThat(make(crm.session().once("key"), "other").label()).isEqualTo("other");
    assertThat(crm.get(Lab.class).count()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("crms")
  void more_than_one_step_is_cleared(TestCrm crm) {
    crm.joined(
        s -> {
          for (int i = 0; i < 1_100; i++) {
            String key = "key " + i;
            s.once(key).get(Lab.class).run("same", tx -> "answer");
          }
          return s;
        });
    assertThat(usedKeys(crm)).hasSize(1_100);

    crm.clock().advance(KEPT.plusDays(2));
    crm.crm().clearOld();

    assertThat(usedKeys(crm)).isEmpty();
    assertThat(rows(crm, "crm_lock")).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("crms")
  void names_are_cleared_when_nobody_has_locked_them_for_as_long(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add("old");
    lab.add("still used").withTotal(1);
    crm.clock().advance(KEPT.minusDays(1));
    assertThatThrownBy(() -> lab.add("still used")).isInstanceOf(Refused.class);
    lab.run(tx -> lockedLabel(tx, "still used"));
    int before = rows(crm, "crm_lock").size();

    crm.clock().advance(Duration.ofDays(3));
    crm.crm().clearOld();

    List<String> after = rows(crm, "crm_lock");
    assertThat(after).hasSizeLessThanOrEqualTo(before);
    if (before > 0) {
      assertThat(after).hasSize(1);
    }
    assertThatThrownBy(() -> lab.add("old")).isInstanceOf(Refused.class);
    lab.add("new");
  }

  private static String lockedLabel(io.crmkit.core.spi.work.Tx tx, String label) {
    tx.lockNames("lab.label", List.of(label));
    return label;
  }

  @ParameterizedTest
  @MethodSource("crms")
  void a_name_that_somebody_holds_stays_and_goes_on_to_exclude_others(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.run(tx -> lockedLabel(tx, "held"));
    crm.clock().advance(KEPT.plusDays(2));
    try (CrmTransaction holder = crm.crm().begin()) {
      crm.session().join(holder).get(Lab.class).run(tx -> lockedLabel(tx, "held"));

      crm.crm().clearOld();

      Race<String> race =
          Race.between(
              List.of(
                  () -> {
                    lab.run(
                        tx -> {
                          tx.lockNames("lab.label", List.of("held"));
                          return tx.store(SPECIMENS)
                              .first(REMARK.eq("held"))
                              .orElseThrow(() -> new AssertionError("the lock did not hold"));
                        });
                    return "second";
                  },
                  () -> {
                    crm.session()
                        .join(holder)
                        .get(Lab.class)
                        .add(Specimen.of(crm.newId(), "by the holder").withRemark("held"));
                    holder.commit();
                    return "first";
                  }));
      race.allWon();
    }
  }

  /**
   * Without a lock on the name, or with one that is deleted while it is held, two would be made.
   */
  @ParameterizedTest
  @MethodSource("crms")
  void clearing_beside_those_who_lock_lets_nobody_in_twice(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    AtomicBoolean over = new AtomicBoolean();
    List<Callable<Integer>> runners = new ArrayList<>();
    for (int r = 0; r < 3; r++) {
      runners.add(
          () -> {
            int lost = 0;
            for (int i = 0; i < 40; i++) {
              lost += findOrAdd(lab, "serial " + i % 20, crm) ? 0 : 1;
              crm.clock().advance(KEPT.plusDays(2));
            }
            over.set(true);
            return lost;
          });
    }
    for (int c = 0; c < 2; c++) {
      runners.add(
          () -> {
            int cleared = 0;
            while (!over.get()) {
              cleared += crm.crm().clearOld();
            }
            return cleared;
          });
    }

    Race.between(runners).allWon();

    List<Specimen> all =
        lab.read(tx -> tx.store(SPECIMENS).all(Criteria.startsWith(REMARK, "serial")));
    assertThat(all)
        .hasSizeLessThanOrEqualTo(20)
        .extracting(s -> s.extras())
        .doesNotHaveDuplicates();
  }

  private static boolean findOrAdd(Lab lab, String serial, TestCrm crm) {
    try {
      lab.run(
          serial,
          tx -> {
            tx.lockNames("lab.serial", List.of(serial));
            return tx.store(SPECIMENS)
                .first(REMARK.eq(serial))
                .orElseGet(
                    () ->
                        tx.store(SPECIMENS)
                            .insert(
                                Specimen.of(tx.newId(), "label " + crm.newId())
                                    .withRemark(serial)));
          });
      return true;
    } catch (Conflict e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("crms")
  void repeating_a_command_while_its_key_is_cleared_gives_one_answer_or_another(TestCrm crm) {
    for (int round = 0; round < 4; round++) {
      String key = "key " + round;
      String label = "label " + round;
      Specimen first = make(crm.session().once(key), label);
      crm.clock().advance(KEPT.plusDays(2));

      Race<Object> race =
          Race.between(
              List.of(
                  () -> crm.crm().clearOld(),
                  () -> crm.crm().clearOld(),
                  () -> again(crm, key, label)));

      List<Object> answers = race.allWon();
      assertThat(answers.get(2)).isIn(first, "taken");
    }
  }

  /** Once the key is free, the command is a new one, and its label is taken by then. */
  private static Object again(TestCrm crm, String key, String label) {
    try {
      return make(crm.session().once(key), label);
    } catch (Refused e) {
      return "taken";
    }
  }

  @Test
  void keys_are_kept_for_a_day_at_least() {
    assertThatThrownBy(() -> Crm.builder(AccessPolicy.allowAll()).keepKeys(Duration.ofHours(23)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_time_is_the_host_s_to_choose() {
    io.crmkit.testkit.MutableClock clock = new io.crmkit.testkit.MutableClock();
    try (Crm crm =
        Crm.builder(AccessPolicy.allowAll())
            .module(new io.crmkit.core.kernel.lab.LabModule(new LabSetup().hooks()))
            .clock(clock)
            .keepKeys(Duration.ofDays(2))
            .open()) {
      CrmSession session =
          crm.session(new io.crmkit.api.TenantId("t"), io.crmkit.api.Actor.of("lily"));
      make(session.once("key"), "one");

      clock.advance(Duration.ofDays(1));
      assertThat(crm.clearOld()).isZero();
      clock.advance(Duration.ofDays(2));
      assertThat(crm.clearOld()).isEqualTo(1);
    }
  }
}
