package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.TimerLab.cancel;
import static io.crmkit.core.kernel.TimerLab.dueOf;
import static io.crmkit.core.kernel.TimerLab.heard;
import static io.crmkit.core.kernel.TimerLab.log;
import static io.crmkit.core.kernel.TimerLab.logged;
import static io.crmkit.core.kernel.TimerLab.move;
import static io.crmkit.core.kernel.TimerLab.on;
import static io.crmkit.core.kernel.TimerLab.set;
import static io.crmkit.core.kernel.TimerLab.timers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.module.Modules;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Timers: set, moved and cancelled in a transaction, fired once for each due time. */
@WithSetup(LabSetup.class)
class TimerTest {

  @OnEveryStorage
  void a_timer_fires_when_it_is_due_and_once(TestCrm crm) {
    List<TimerFired<Alarm>> fired = new ArrayList<>();
    List<String> actors = new ArrayList<>();
    on(
        crm,
        (s, t) -> {
          fired.add(t);
          actors.add(s.actor().id());
        });
    Instant due = crm.clock().instant().plusSeconds(60).plusNanos(123_456_789);
    Alarm alarm = new Alarm(new SpecimenId(crm.newId()), "闹钟 ⏰", Map.of("键", Long.MAX_VALUE));
    timers(
        crm.session(),
        t -> {
          t.set(Alarm.key("one"), due, alarm);
          return "set";
        });

    crm.clock().advance(Duration.ofSeconds(60));
    assertThat(crm.fireDue()).as("a moment too early").isZero();
    crm.clock().advance(Duration.ofSeconds(1));

    assertThat(crm.fireDue()).isEqualTo(1);
    assertThat(crm.fireDue()).isZero();
    assertThat(fired).hasSize(1);
    assertThat(fired.get(0).payload()).isEqualTo(alarm);
    assertThat(fired.get(0).key()).isEqualTo(Alarm.key("one"));
    assertThat(fired.get(0).due()).isEqualTo(due.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    assertThat(actors).containsExactly("crmkit");
  }

  @OnEveryStorage
  void a_timer_that_is_set_again_fires_at_its_last_time_with_its_last_payload(TestCrm crm) {
    List<String> words = heard(crm);
    Instant late = crm.clock().instant().plusSeconds(100);
    set(crm, "one", Duration.ofSeconds(10));
    timers(
        crm.session(),
        t -> {
          t.set(Alarm.key("one"), late, Alarm.of("again"));
          return "set";
        });

    crm.clock().advance(Duration.ofSeconds(50));
    assertThat(crm.fireDue()).isZero();
    crm.clock().advance(Duration.ofSeconds(50));
    assertThat(crm.fireDue()).isEqualTo(1);

    assertThat(words).containsExactly("again");
  }

  @OnEveryStorage
  void a_timer_can_be_moved_and_cancelled(TestCrm crm) {
    List<String> words = heard(crm);
    set(crm, "moved", Duration.ofSeconds(10));
    set(crm, "cancelled", Duration.ofSeconds(10));
    Instant soon = crm.clock().instant().plusSeconds(5);

    assertThat(dueOf(crm, "moved")).isPresent();
    assertThat(move(crm, "moved", soon)).isTrue();
    assertThat(dueOf(crm, "moved")).contains(soon);
    assertThat(cancel(crm, "cancelled")).isTrue();
    assertThat(cancel(crm, "cancelled")).isFalse();
    assertThat(move(crm, "nobody", soon)).isFalse();
    assertThat(dueOf(crm, "nobody")).isEmpty();

    crm.clock().advance(Duration.ofSeconds(5));
    assertThat(crm.fireDue()).isEqualTo(1);
    crm.clock().advance(Duration.ofDays(1));
    assertThat(crm.fireDue()).isZero();
    assertThat(words).containsExactly("moved");
  }

  @OnEveryStorage
  void what_is_done_in_one_transaction_ends_with_the_last_word(TestCrm crm) {
    List<String> words = heard(crm);
    Instant due = crm.clock().instant();
    timers(
        crm.session(),
        t -> {
          t.set(Alarm.key("a"), due, Alarm.of("first"));
          t.set(Alarm.key("a"), due, Alarm.of("second"));
          t.set(Alarm.key("b"), due, Alarm.of("b"));
          assertThat(t.cancel(Alarm.key("b"))).isTrue();
          assertThat(t.cancel(Alarm.key("c"))).isFalse();
          t.set(Alarm.key("c"), due, Alarm.of("c"));
          t.cancel(Alarm.key("c"));
          t.set(Alarm.key("c"), due, Alarm.of("c again"));
          return "done";
        });

    crm.fireDue();

    assertThat(words).containsExactlyInAnyOrder("second", "c again");
  }

  @OnEveryStorage
  void what_is_rolled_back_was_never_set_moved_or_cancelled(TestCrm crm) {
    List<String> words = heard(crm);
    set(crm, "kept", Duration.ofSeconds(10));
    Instant now = crm.clock().instant();
    try (CrmTransaction host = crm.crm().begin()) {
      timers(
          crm.session().join(host),
          t -> {
            t.set(Alarm.key("never"), now, Alarm.of("never"));
            return t.cancel(Alarm.key("kept"));
          });
      assertThat(crm.fireDue()).as("by others, while it is open").isZero();
      host.rollback();
    }

    crm.clock().advance(Duration.ofSeconds(10));
    crm.fireDue();

    assertThat(words).containsExactly("kept");
  }

  @OnEveryStorage
  void what_the_handler_does_and_the_end_of_the_timer_are_one(TestCrm crm) {
    AtomicInteger calls = new AtomicInteger();
    on(
        crm,
        (s, t) -> {
          log(s, "done");
          if (calls.incrementAndGet() < 3) {
            throw new IllegalStateException("on purpose");
          }
        });
    set(crm, "one", Duration.ZERO);
    set(crm, "two", Duration.ofDays(100));

    for (int i = 0; i < 6; i++) {
      crm.fireDue();
      crm.clock().advance(Duration.ofMinutes(20));
    }

    assertThat(calls).hasValue(3);
    assertThat(logged(crm)).isEqualTo(1);
  }

  @OnEveryStorage
  void a_hopeless_timer_is_parked_and_keeps_no_other_waiting(TestCrm crm) {
    AtomicInteger calls = new AtomicInteger();
    List<String> words = new ArrayList<>();
    on(
        crm,
        (s, t) -> {
          if (t.payload().word().equals("bad")) {
            calls.incrementAndGet();
            throw new IllegalStateException("on purpose");
          }
          words.add(t.payload().word());
        });
    set(crm, "bad", Duration.ZERO);
    set(crm, "good", Duration.ofSeconds(1));

    for (int i = 0; i < 30; i++) {
      crm.fireDue();
      crm.clock().advance(Duration.ofHours(1));
    }

    assertThat(calls).hasValue(10);
    assertThat(words).containsExactly("good");
    set(crm, "bad", Duration.ZERO);
    crm.fireDue();
    assertThat(calls).as("set anew it has all its attempts again").hasValue(11);
  }

  @OnEveryStorage
  void a_handler_may_set_its_own_timer_again(TestCrm crm) {
    List<Instant> times = new ArrayList<>();
    on(
        crm,
        (s, t) -> {
          times.add(t.due());
          timers(
              s,
              timers -> {
                timers.set(t.key(), t.due().plusSeconds(60), t.payload());
                return "again";
              });
        });
    set(crm, "every minute", Duration.ofSeconds(60));

    for (int i = 0; i < 3; i++) {
      crm.clock().advance(Duration.ofSeconds(60));
      assertThat(crm.fireDue()).isEqualTo(1);
    }

    Instant first = times.get(0);
    assertThat(times).containsExactly(first, first.plusSeconds(60), first.plusSeconds(120));
  }

  @OnEveryStorage
  void threads_that_fire_at_once_fire_each_timer_once(TestCrm crm) {
    on(crm, (s, t) -> log(s, t.key().name()));
    for (int i = 0; i < 20; i++) {
      set(crm, "n" + i, Duration.ofSeconds(i % 5));
    }
    crm.clock().advance(Duration.ofSeconds(10));

    Race<Integer> race = Race.of(4, i -> crm.fireDue());

    int fired = race.allWon().stream().mapToInt(n -> n).sum() + crm.fireDue();
    assertThat(fired).isEqualTo(20);
    assertThat(logged(crm)).isEqualTo(20);
  }

  @OnEveryStorage
  void those_who_set_one_timer_at_once_leave_one_timer(TestCrm crm) {
    List<String> words = heard(crm);
    Instant due = crm.clock().instant();

    Race<String> race =
        Race.of(
            4,
            i ->
                timers(
                    crm.session(),
                    t -> {
                      t.set(Alarm.key("one"), due, Alarm.of("from " + i));
                      return "set";
                    }));

    race.allWon();
    assertThat(crm.fireDue()).isEqualTo(1);
    assertThat(words).hasSize(1);
  }

  @OnEveryStorage
  void within_a_transaction_its_own_timers_can_be_fired(TestCrm crm) {
    on(crm, (s, t) -> log(s, "fired"));
    try (CrmTransaction host = crm.crm().begin()) {
      CrmSession joined = crm.session().join(host);
      Instant now = crm.clock().instant();
      timers(
          joined,
          t -> {
            t.set(Alarm.key("one"), now, Alarm.of("one"));
            return "set";
          });
      assertThat(joined.fireDue()).isEqualTo(1);
      assertThat(logged(crm)).as("seen from outside").isZero();
      host.commit();
    }
    assertThat(logged(crm)).isEqualTo(1);
    assertThat(crm.fireDue()).isZero();
  }

  @OnEveryStorage
  void tenants_have_timers_of_their_own(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    List<String> mine = heard(crm);
    List<String> theirs = heard(other);
    set(crm, "same", Duration.ZERO);
    set(other, "same", Duration.ZERO);

    assertThat(crm.fireDue()).isEqualTo(1);
    assertThat(theirs).isEmpty();
    crm.crm().fireDue();

    assertThat(mine).containsExactly("same");
    assertThat(theirs).containsExactly("same");
  }

  @OnEveryStorage
  void a_timer_of_a_module_that_is_off_waits(TestCrm crm) {
    List<String> words = heard(crm);
    Instant due = crm.clock().instant().plusSeconds(10);
    timers(
        crm.session(),
        t -> {
          t.set(new TimerKey(Alarm.ANNEX, "one"), due, Alarm.of("annex"));
          return "set";
        });
    crm.get(Modules.class).switchOff("annex");

    crm.clock().advance(Duration.ofHours(1));
    assertThat(crm.fireDue()).isZero();
    crm.get(Modules.class).switchOn("annex");

    assertThat(crm.fireDue()).isEqualTo(1);
    assertThat(words).containsExactly("annex");
  }

  @OnEveryStorage
  void what_makes_no_sense_is_refused_at_once(TestCrm crm) {
    Instant now = crm.clock().instant();
    assertThatThrownBy(
            () ->
                timers(
                    crm.session(),
                    t -> {
                      t.set(new TimerKey("no.handler", "x"), now, Alarm.of("x"));
                      return "set";
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.handler");
    assertThatThrownBy(
            () ->
                timers(
                    crm.session(),
                    t -> {
                      t.set(Alarm.key("x"), now, "no alarm");
                      return "set";
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                timers(
                    crm.session(),
                    t -> {
                      t.set(Alarm.key("x"), Instant.MAX, Alarm.of("x"));
                      return "set";
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Alarm.key(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Alarm.key("x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
