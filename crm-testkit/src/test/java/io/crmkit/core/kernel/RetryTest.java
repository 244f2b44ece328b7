package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A command that met another one is tried again, by whoever owns the transaction. */
@WithSetup(LabSetup.class)
class RetryTest {

  private static final int MAX_ATTEMPTS = 6;

  private static String inConflictUntil(AtomicInteger runs, int succeeding) {
    if (runs.incrementAndGet() < succeeding) {
      throw new Conflict("on purpose");
    }
    return "done";
  }

  @OnEveryStorage
  void a_command_in_a_transaction_of_its_own_is_tried_until_it_succeeds(TestCrm crm) {
    AtomicInteger runs = new AtomicInteger();

    String answer =
        crm.get(Lab.class)
            .run(
                tx -> {
                  tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "once"));
                  return inConflictUntil(runs, 3);
                });

    assertThat(answer).isEqualTo("done");
    assertThat(runs).hasValue(3);
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void a_command_that_never_succeeds_is_given_up_soon(TestCrm crm) {
    AtomicInteger runs = new AtomicInteger();
    long begin = System.nanoTime();

    assertThatThrownBy(() -> crm.get(Lab.class).run(tx -> inConflictUntil(runs, 1_000)))
        .isInstanceOf(Conflict.class)
        .hasMessage("on purpose");

    assertThat(runs).hasValue(MAX_ATTEMPTS);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  @OnEveryStorage
  void a_command_in_the_host_s_transaction_is_tried_once(TestCrm crm) {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(() -> crm.joined(s -> s.get(Lab.class).run(tx -> inConflictUntil(runs, 2))))
        .isInstanceOf(Conflict.class);

    assertThat(runs).hasValue(1);
  }

  @OnEveryStorage
  void a_command_in_a_group_is_tried_once(TestCrm crm) {
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                crm.session()
                    .transaction(s -> s.get(Lab.class).run(tx -> inConflictUntil(runs, 2))))
        .isInstanceOf(Conflict.class);

    assertThat(runs).hasValue(1);
  }

  @OnEveryStorage
  void with_a_command_within_another_all_of_the_outer_is_tried_again(TestCrm crm) {
    AtomicInteger outer = new AtomicInteger();
    AtomicInteger inner = new AtomicInteger();

    crm.get(Lab.class)
        .run(
            tx -> {
              outer.incrementAndGet();
              return tx.session().get(Lab.class).run(t -> inConflictUntil(inner, 3));
            });

    assertThat(outer).hasValue(3);
    assertThat(inner).hasValue(3);
  }

  @OnEveryStorage
  void a_command_that_reads_what_it_saves_is_tried_again_when_somebody_was_faster(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen row = lab.add(Specimen.of(crm.newId(), "row").withTotal(0));
    AtomicInteger runs = new AtomicInteger();

    Specimen saved =
        lab.run(
            tx -> {
              Specimen before = tx.store(SPECIMENS).get(row.id());
              if (runs.incrementAndGet() == 1) {
                lab.save(before, before.withTotal(10));
              }
              return tx.store(SPECIMENS).save(before, before.withTotal(total(before) + 1));
            });

    assertThat(runs).hasValue(2);
    assertThat(total(saved)).isEqualTo(11);
    assertThat(saved.version()).isEqualTo(3);
  }

  @OnEveryStorage
  void a_command_that_was_given_what_is_stale_is_not_tried_on_and_on(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen old = lab.add("row");
    Specimen current = lab.save(old, old.withTotal(5));
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      runs.incrementAndGet();
                      return tx.store(SPECIMENS).save(old, old.withTotal(6));
                    }))
        .isInstanceOfSatisfying(
            StaleVersion.class,
            e -> {
              assertThat(e.expected()).isEqualTo(old.version());
              assertThat(e.ref().id()).isEqualTo(old.id().value());
            });

    assertThat(runs.get()).isLessThanOrEqualTo(2);
    assertThat(lab.load(old.id())).isEqualTo(current);
  }

  private static long total(Specimen specimen) {
    return specimen.measures().total();
  }
}
