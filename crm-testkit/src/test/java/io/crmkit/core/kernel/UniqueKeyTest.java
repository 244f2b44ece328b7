package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.Store;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;

/** What is declared unique is unique, and whoever comes second is told in words. */
@WithSetup(LabSetup.class)
class UniqueKeyTest {

  private static Specimen ranked(TestCrm crm, String remark, Integer rank) {
    return Specimen.of(crm.newId(), "label " + crm.newId())
        .withExtras(new Specimen.Extras(remark, rank, null, null, null, null, null, null));
  }

  @OnEveryStorage
  void a_second_record_with_the_same_key_is_refused(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add("taken");
    Fingerprint before = crm.fingerprint();

    assertRefused(() -> lab.add("taken"), LabReason.LABEL_TAKEN);

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void keys_are_compared_letter_for_letter(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (String label : new String[] {"a", "A", "a ", " a", "á", "a\u0301", "ａ"}) {
      lab.add(label);
    }
    assertThat(lab.count()).isEqualTo(7);
  }

  @OnEveryStorage
  void a_change_into_a_taken_key_is_refused(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add("taken");
    Specimen other = lab.add("free");

    assertRefused(() -> lab.save(other, other.withLabel("taken")), LabReason.LABEL_TAKEN);
    assertThat(lab.load(other.id())).isEqualTo(other);
  }

  @OnEveryStorage
  void a_record_may_keep_its_own_key(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen mine = lab.add("mine");

    assertThat(lab.save(mine, mine.withTotal(5)).label()).isEqualTo("mine");
  }

  @OnEveryStorage
  void a_key_of_several_values_binds_only_all_together(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add(ranked(crm, "gold", 1));
    lab.add(ranked(crm, "gold", 2));
    lab.add(ranked(crm, "silver", 1));

    assertRefused(() -> lab.add(ranked(crm, "gold", 1)), LabReason.RANK_TAKEN);
    assertThat(lab.count()).isEqualTo(3);
  }

  @OnEveryStorage
  void a_key_with_an_absent_value_binds_nobody(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add(ranked(crm, "gold", null));
    lab.add(ranked(crm, "gold", null));
    lab.add("no extras");
    lab.add("no extras either");

    assertThat(lab.count()).isEqualTo(4);
  }

  @OnEveryStorage
  void every_taken_key_is_told(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen first = lab.add(ranked(crm, "gold", 1));

    assertRefused(
        () -> lab.add(Specimen.of(crm.newId(), first.label()).withExtras(first.extras())),
        LabReason.LABEL_TAKEN,
        LabReason.RANK_TAKEN);
  }

  @OnEveryStorage
  void a_key_is_free_again_within_the_unit_that_frees_it(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen one = lab.add("one");
    Specimen two = lab.add("two");

    lab.run(
        tx -> {
          Store<Specimen> store = tx.store(SPECIMENS);
          store.delete(store.get(one.id()));
          store.insert(Specimen.of(tx.newId(), "one").withTotal(11));
          Specimen moved = store.save(store.get(two.id()), two.withLabel("three"));
          store.insert(Specimen.of(tx.newId(), "two").withTotal(22));
          return moved;
        });

    assertThat(lab.count()).isEqualTo(3);
    assertThat(lab.load(two.id()).label()).isEqualTo("three");
  }

  @OnEveryStorage
  void a_key_is_taken_within_the_unit_that_takes_it(TestCrm crm) {
    Lab lab = crm.get(Lab.class);

    assertRefused(
        () ->
            lab.run(
                tx -> {
                  tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "twice"));
                  return tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "twice"));
                }),
        LabReason.LABEL_TAKEN);
    assertThat(lab.count()).isZero();
  }

  @OnEveryStorage
  void a_refused_key_leaves_the_unit_usable_when_caught(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add("taken");

    lab.run(
        tx -> {
          Lab inner = tx.session().get(Lab.class);
          assertRefused(() -> inner.add("taken"), LabReason.LABEL_TAKEN);
          return inner.add("other");
        });

    assertThat(lab.count()).isEqualTo(2);
  }

  @OnEveryStorage
  void of_racing_inserts_of_one_key_exactly_one_wins(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (int round = 0; round < 5; round++) {
      String label = "round " + round;

      Race<Specimen> race = Race.of(5, i -> lab.add(label));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost())
          .allMatch(e -> e instanceof Refused || e instanceof Conflict, "refused or conflict");
      assertThat(lab.count()).isEqualTo(round + 1);
    }
  }

  @OnEveryStorage
  void of_racing_changes_into_one_key_exactly_one_wins(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen[] all = new Specimen[4];
    for (int i = 0; i < all.length; i++) {
      all[i] = lab.add(ranked(crm, "base " + i, i));
    }

    Race<Specimen> race =
        Race.of(
            all.length,
            i ->
                lab.save(
                    all[i],
                    all[i].withExtras(
                        new Specimen.Extras("same", 7, null, null, null, null, null, null))));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost())
        .allMatch(e -> e instanceof Refused || e instanceof Conflict, "refused or conflict");
  }
}
