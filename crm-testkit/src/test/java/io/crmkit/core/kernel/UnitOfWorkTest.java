package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;
import java.util.function.Function;

/** All of a command happens, or nothing of it: alone, nested, grouped and joined. */
@WithSetup(LabSetup.class)
class UnitOfWorkTest {

  private static final class OnPurpose extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Writes in every way there is, then fails. */
  private static <R> Function<Tx, R> failingAfterMuch(Specimen present) {
    return tx -> {
      Specimen added =
          tx.store(SPECIMENS)
              .insert(Specimen.of(tx.newId(), "half").withSamples(Sample.of("part")));
      tx.store(SPECIMENS).save(tx.store(SPECIMENS).get(present.id()), present.withTotal(77));
      tx.nextNumber("lab.number");
      tx.lockNames("lab.serial", List.of("name"));
      tx.publish(Measured.of(added.id(), 1));
      tx.session().get(Lab.class).add("nested in the half");
      throw new OnPurpose();
    };
  }

  private static void fail(CrmSession session, Specimen present) {
    assertThatThrownBy(() -> session.get(Lab.class).run(failingAfterMuch(present)))
        .isInstanceOf(OnPurpose.class);
  }

  /** Lock rows may stay, since they hold no facts. */
  private static void assertUnchanged(TestCrm crm, Fingerprint before) {
    assertThat(crm.fingerprint().rows()).isEqualTo(before.rows());
    assertThat(crm.deliver()).isZero();
  }

  @OnEveryStorage
  void nothing_remains_of_a_failed_command(TestCrm crm) {
    Specimen present = crm.get(Lab.class).add("present");
    Fingerprint before = crm.fingerprint();

    fail(crm.session(), present);

    assertUnchanged(crm, before);
    assertThat(crm.get(Lab.class).<Long>run(tx -> tx.nextNumber("lab.number"))).isEqualTo(1);
  }

  @OnEveryStorage
  void an_error_undoes_like_an_exception(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "half"));
                      throw new StackOverflowError("on purpose");
                    }))
        .isInstanceOf(StackOverflowError.class);

    assertUnchanged(crm, before);
  }

  @OnEveryStorage
  void a_nested_command_that_fails_and_is_caught_leaves_the_outer_one_whole(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen present = lab.add("present");

    Specimen outer =
        lab.run(
            tx -> {
              Specimen first = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "first"));
              fail(tx.session(), present);
              Specimen again = tx.store(SPECIMENS).get(first.id());
              tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "last"));
              return tx.store(SPECIMENS).save(again, again.withTotal(5));
            });

    assertThat(lab.load(outer.id())).isEqualTo(outer);
    assertThat(lab.load(present.id())).isEqualTo(present);
    assertThat(lab.count()).isEqualTo(3);
  }

  @OnEveryStorage
  void a_nested_command_that_fails_uncaught_fails_the_outer_one(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen present = lab.add("present");
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "first"));
                      return tx.session().get(Lab.class).run(failingAfterMuch(present));
                    }))
        .isInstanceOf(OnPurpose.class);

    assertUnchanged(crm, before);
  }

  @OnEveryStorage
  void a_nested_command_is_undone_with_the_outer_one(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      tx.session().get(Lab.class).add("nested");
                      throw new OnPurpose();
                    }))
        .isInstanceOf(OnPurpose.class);

    assertUnchanged(crm, before);
  }

  @OnEveryStorage
  void a_nested_command_sees_what_the_outer_one_wrote_and_the_other_way_round(TestCrm crm) {
    Lab lab = crm.get(Lab.class);

    lab.run(
        tx -> {
          Lab inner = tx.session().get(Lab.class);
          Specimen first = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "first"));
          assertThat(inner.load(first.id())).isEqualTo(first);
          Specimen changed = inner.save(first, first.withTotal(8));
          assertThat(tx.store(SPECIMENS).get(first.id())).isEqualTo(changed);
          Specimen nested = inner.add("nested");
          assertThat(tx.store(SPECIMENS).get(nested.id())).isEqualTo(nested);
          return first;
        });

    assertThat(lab.count()).isEqualTo(2);
  }

  @OnEveryStorage
  void grouped_commands_happen_together(TestCrm crm) {
    Specimen last =
        crm.session()
            .transaction(
                s -> {
                  s.get(Lab.class).add("one");
                  assertThat(crm.get(Lab.class).count()).as("not seen from outside").isZero();
                  return s.get(Lab.class).add("two");
                });

    assertThat(crm.get(Lab.class).count()).isEqualTo(2);
    assertThat(crm.get(Lab.class).load(last.id())).isEqualTo(last);
  }

  @OnEveryStorage
  void a_group_that_fails_leaves_nothing(TestCrm crm) {
    Specimen present = crm.get(Lab.class).add("present");
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                crm.session()
                    .transaction(
                        s -> {
                          s.get(Lab.class).add("one");
                          return s.get(Lab.class).run(failingAfterMuch(present));
                        }))
        .isInstanceOf(OnPurpose.class);

    assertUnchanged(crm, before);
  }

  @OnEveryStorage
  void a_failed_command_that_is_caught_leaves_the_rest_of_its_group(TestCrm crm) {
    Specimen present = crm.get(Lab.class).add("present");

    crm.session()
        .transaction(
            s -> {
              s.get(Lab.class).add("one");
              fail(s, present);
              return s.get(Lab.class).add("two");
            });

    assertThat(crm.get(Lab.class).count()).isEqualTo(3);
    assertThat(crm.get(Lab.class).load(present.id())).isEqualTo(present);
    assertThat(crm.events()).isEmpty();
  }

  @OnEveryStorage
  void groups_nest(TestCrm crm) {
    crm.session()
        .transaction(
            s -> {
              s.get(Lab.class).add("outer");
              assertThatThrownBy(
                      () ->
                          s.transaction(
                              inner -> {
                                inner.get(Lab.class).add("inner, undone");
                                throw new OnPurpose();
                              }))
                  .isInstanceOf(OnPurpose.class);
              s.transaction(inner -> inner.get(Lab.class).add("inner, kept"));
              return "done";
            });

    assertThat(crm.get(Lab.class).count()).isEqualTo(2);
  }

  @OnEveryStorage
  void what_is_done_in_a_host_transaction_is_there_when_it_commits(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    try (CrmTransaction host = crm.crm().begin()) {
      Lab joined = crm.session().join(host).get(Lab.class);
      Specimen added = joined.add("one");
      assertThat(joined.load(added.id())).isEqualTo(added);
      assertThat(lab.count()).as("not seen from outside").isZero();
      host.commit();
    }
    assertThat(lab.count()).isEqualTo(1);
  }

  @OnEveryStorage
  void nothing_remains_when_the_host_rolls_back_or_forgets_to_commit(TestCrm crm) {
    Specimen present = crm.get(Lab.class).add("present");
    Fingerprint before = crm.fingerprint();

    try (CrmTransaction host = crm.crm().begin()) {
      crm.session().join(host).get(Lab.class).save(present, present.withTotal(5));
      crm.session().join(host).get(Lab.class).add("one");
      host.rollback();
    }
    try (CrmTransaction host = crm.crm().begin()) {
      crm.session().join(host).get(Lab.class).add("two");
    }

    assertUnchanged(crm, before);
  }

  @OnEveryStorage
  void a_failed_command_leaves_no_half_in_a_host_transaction_that_then_commits(TestCrm crm) {
    Specimen present = crm.get(Lab.class).add("present");

    try (CrmTransaction host = crm.crm().begin()) {
      CrmSession joined = crm.session().join(host);
      joined.get(Lab.class).add("one");
      fail(joined, present);
      joined.get(Lab.class).add("two");
      host.commit();
    }

    assertThat(crm.get(Lab.class).count()).isEqualTo(3);
    assertThat(crm.get(Lab.class).load(present.id())).isEqualTo(present);
    assertThat(crm.events()).isEmpty();
    assertThat(crm.get(Lab.class).<Long>run(tx -> tx.nextNumber("lab.number"))).isEqualTo(1);
  }

  /** The nested command's read sends the outer one's pending write, which proves stale there. */
  @OnEveryStorage
  void a_write_that_failed_within_a_nested_command_fails_the_outer_one_though_it_was_caught(
      TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen stale = lab.add("stale");
    lab.save(stale, stale.withTotal(2));
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "half"));
                      Specimen lost = tx.store(SPECIMENS).save(stale, stale.withTotal(3));
                      try {
                        tx.session().get(Lab.class).add("nested");
                        tx.session().get(Lab.class).count();
                      } catch (RuntimeException swallowed) {
                        return lost;
                      }
                      return lost;
                    }))
        .isInstanceOf(RuntimeException.class);

    assertUnchanged(crm, before);
  }

  @OnEveryStorage
  void two_tenants_can_share_one_host_transaction(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    try (CrmTransaction host = crm.crm().begin()) {
      crm.session().join(host).get(Lab.class).add("mine");
      other.session().join(host).get(Lab.class).add("theirs");
      host.commit();
    }
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
    assertThat(other.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void a_transaction_that_has_ended_takes_no_more_work(TestCrm crm) {
    CrmTransaction host = crm.crm().begin();
    Lab joined = crm.session().join(host).get(Lab.class);
    joined.add("one");
    host.commit();

    assertThatThrownBy(() -> joined.add("two")).isInstanceOf(RuntimeException.class);
    host.close();
    host.close();
    assertThat(crm.get(Lab.class).count()).isEqualTo(1);
  }

  @OnEveryStorage
  void a_unit_of_work_cannot_be_used_after_its_end(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Tx[] kept = new Tx[1];
    lab.run(
        tx -> {
          kept[0] = tx;
          return "done";
        });
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(() -> kept[0].store(SPECIMENS).insert(Specimen.of(crm.newId(), "late")))
        .isInstanceOf(RuntimeException.class);
    assertUnchanged(crm, before);
  }

  @OnEveryStorage
  void the_time_stands_still_within_a_unit_of_work(TestCrm crm) {
    crm.get(Lab.class)
        .run(
            tx -> {
              var before = tx.now();
              crm.clock().advance(java.time.Duration.ofMinutes(5));
              assertThat(tx.now()).isEqualTo(before);
              assertThat(tx.occurredAt()).isEqualTo(before);
              return before;
            });
  }

  @OnEveryStorage
  void reading_writes_nothing(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add("one");
    Fingerprint before = crm.fingerprint();

    lab.count();
    crm.joined(s -> s.get(Lab.class).count());

    assertUnchanged(crm, before);
  }
}
