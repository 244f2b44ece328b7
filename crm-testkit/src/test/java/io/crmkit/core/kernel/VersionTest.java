package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LOG;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.lab.LabEntities.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.kernel.lab.Tag;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.spi.work.Store;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;

/** Nobody overwrites what he has not seen. */
@WithSetup(LabSetup.class)
class VersionTest {

  @OnEveryStorage
  void every_change_raises_the_version_by_one(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen one = lab.add("one");
    Specimen two = lab.save(one, one.withTotal(2));
    Specimen three = lab.save(two, two.withTotal(3));

    assertThat(one.version()).isEqualTo(1);
    assertThat(two.version()).isEqualTo(2);
    assertThat(three.version()).isEqualTo(3);
    assertThat(lab.load(one.id())).isEqualTo(three);
  }

  @OnEveryStorage
  void a_stale_save_is_refused_and_changes_nothing(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen old = lab.add("one");
    Specimen current = lab.save(old, old.withTotal(2));

    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> lab.save(old, old.withTotal(99)))
        .satisfies(e -> assertThat(e.expected()).isEqualTo(1))
        .satisfies(e -> assertThat(e.ref().id()).isEqualTo(old.id().value()))
        .satisfies(e -> assertThat(e.ref().entity()).isEqualTo("lab.specimen"));
    assertThat(lab.load(old.id())).isEqualTo(current);
  }

  @OnEveryStorage
  void reading_at_a_version_that_has_passed_is_refused(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen old = lab.add("one");
    lab.save(old, old.withTotal(2));

    assertThatThrownBy(() -> lab.read(tx -> tx.store(SPECIMENS).get(old.id(), 1)))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(() -> lab.read(tx -> tx.store(SPECIMENS).get(old.id(), 3)))
        .isInstanceOf(StaleVersion.class);
    assertThat(lab.<Specimen>read(tx -> tx.store(SPECIMENS).get(old.id(), 2)).version())
        .isEqualTo(2);
  }

  @OnEveryStorage
  void what_is_not_there_is_not_found(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    SpecimenId nobody = new SpecimenId(crm.newId());

    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> lab.load(nobody))
        .satisfies(e -> assertThat(e.ref().id()).isEqualTo(nobody.value()));
    assertThat(lab.exists(nobody.value())).isFalse();
  }

  @OnEveryStorage
  void saving_an_equal_record_writes_nothing(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen before = lab.add(Specimen.of(crm.newId(), "same").withRatio("1.5"));
    Fingerprint as = crm.fingerprint();
    crm.clock().advance(java.time.Duration.ofHours(1));

    Specimen after = lab.save(before, before.withRatio("1.500"));

    assertThat(after).isEqualTo(before);
    assertThat(crm.fingerprint()).isEqualTo(as);
  }

  @OnEveryStorage
  void no_update_is_lost_between_racing_threads(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen counter = lab.add(Specimen.of(crm.newId(), "counter").withTotal(0));

    Race<Specimen> race =
        Race.of(
            6,
            i ->
                lab.run(
                    tx -> {
                      Store<Specimen> store = tx.store(SPECIMENS);
                      Specimen before = store.get(counter.id());
                      return store.save(before, before.withTotal(before.measures().total() + 1));
                    }));

    assertThat(race.won()).isNotEmpty();
    assertThat(race.lost())
        .allMatch(e -> e instanceof StaleVersion || e instanceof Conflict, "stale or conflict");
    Specimen end = lab.load(counter.id());
    assertThat(end.measures().total()).isEqualTo(race.won().size());
    assertThat(end.version()).isEqualTo(race.won().size() + 1);
    assertThat(race.won()).extracting(s -> s.measures().total()).doesNotHaveDuplicates();
  }

  @OnEveryStorage
  void of_two_who_read_the_same_version_one_wins(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (int round = 0; round < 5; round++) {
      Specimen seen = lab.add("round " + round);

      Race<Specimen> race = Race.of(4, i -> lab.save(seen, seen.withTotal(100 + i)));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost())
          .hasSize(3)
          .allMatch(e -> e instanceof StaleVersion || e instanceof Conflict, "stale or conflict");
      assertThat(lab.load(seen.id())).isEqualTo(race.won().get(0));
    }
  }

  @OnEveryStorage
  void what_is_deleted_is_gone_with_its_parts(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Fingerprint empty = crm.fingerprint();
    Specimen added =
        lab.add(
            Specimen.of(crm.newId(), "gone")
                .withSamples(io.crmkit.core.kernel.lab.Sample.of("part")));

    delete(lab, added);

    assertThat(lab.exists(added.id().value())).isFalse();
    assertThat(lab.count()).isZero();
    assertThat(crm.fingerprint().rows().keySet())
        .doesNotContain("crm_lab_specimen", "crm_lab_sample");
    assertThat(empty.rows()).doesNotContainKey("crm_lab_specimen");
  }

  @OnEveryStorage
  void a_stale_delete_is_refused(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen old = lab.add("one");
    Specimen current = lab.save(old, old.withTotal(2));

    assertThatThrownBy(() -> delete(lab, old)).isInstanceOf(StaleVersion.class);
    assertThat(lab.load(old.id())).isEqualTo(current);
  }

  @OnEveryStorage
  void saving_what_was_deleted_meanwhile_is_refused(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen added = lab.add("one");
    delete(lab, added);

    assertThatThrownBy(() -> lab.save(added, added.withTotal(2)))
        .isInstanceOfAny(StaleVersion.class, NotFound.class);
    assertThatThrownBy(() -> delete(lab, added))
        .isInstanceOfAny(StaleVersion.class, NotFound.class);
    assertThat(lab.count()).isZero();
  }

  @OnEveryStorage
  void a_unit_of_work_sees_its_own_writes(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen old = lab.add("old");

    lab.run(
        tx -> {
          Store<Specimen> store = tx.store(SPECIMENS);
          Specimen added = store.insert(Specimen.of(tx.newId(), "new").withTotal(7));
          Specimen saved = store.save(store.get(old.id()), old.withTotal(7));

          assertThat(store.get(added.id())).isEqualTo(added);
          assertThat(store.get(old.id())).isEqualTo(saved);
          var sevens = io.crmkit.core.kernel.lab.LabEntities.TOTAL.eq(7L);
          assertThat(store.count(sevens)).isEqualTo(2);
          assertThat(store.all(sevens)).containsExactlyInAnyOrder(saved, added);

          store.delete(saved);
          assertThat(store.find(old.id())).isEmpty();
          assertThat(store.count(sevens)).isEqualTo(1);
          return added;
        });

    assertThat(lab.count()).isEqualTo(1);
  }

  @OnEveryStorage
  void several_writes_of_one_record_in_one_unit_end_with_the_last(TestCrm crm) {
    Lab lab = crm.get(Lab.class);

    Specimen end =
        lab.run(
            tx -> {
              Store<Specimen> store = tx.store(SPECIMENS);
              Specimen one = store.insert(Specimen.of(tx.newId(), "one"));
              Specimen two = store.save(one, one.withTotal(2));
              Specimen three = store.save(two, two.withLabel("three"));
              Specimen other = store.insert(Specimen.of(tx.newId(), "other"));
              store.delete(other);
              return three;
            });

    assertThat(lab.load(end.id())).isEqualTo(end);
    assertThat(end.label()).isEqualTo("three");
    assertThat(end.measures().total()).isEqualTo(2);
    assertThat(lab.count()).isEqualTo(1);
    Specimen next = lab.save(end, end.withTotal(9));
    assertThat(next.version()).isEqualTo(end.version() + 1);
  }

  @OnEveryStorage
  void a_record_and_what_belongs_to_it_can_be_made_and_deleted_in_one_unit(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Tag tag =
        lab.run(
            tx -> {
              Specimen added = tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "owner"));
              return tx.store(TAGS).insert(new Tag(new TagId(tx.newId()), 0, added.id(), "tag"));
            });

    lab.run(
        tx -> {
          tx.store(TAGS).delete(tx.store(TAGS).get(tag.id()));
          tx.store(SPECIMENS).delete(tx.store(SPECIMENS).get(tag.specimen()));
          return tag;
        });

    assertThat(lab.count()).isZero();
  }

  @OnEveryStorage
  void a_new_record_must_have_version_zero_and_a_new_id(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen added = lab.add("one");

    assertThatThrownBy(() -> lab.add(added.withLabel("two")))
        .isInstanceOfAny(IllegalArgumentException.class, io.crmkit.api.error.CrmException.class);
    assertThatThrownBy(() -> lab.add(Specimen.of(added.id().value(), "two")))
        .isInstanceOf(io.crmkit.api.error.CrmException.class);
    assertThat(lab.load(added.id())).isEqualTo(added);
    assertThat(lab.count()).isEqualTo(1);
  }

  @OnEveryStorage
  void what_is_only_ever_added_cannot_be_changed(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    LogLine line =
        lab.run(tx -> tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, "line")));

    assertThatThrownBy(
            () -> lab.run(tx -> tx.store(LOG).save(line, new LogLine(line.id(), 1, "forged"))))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      tx.store(LOG).delete(line);
                      return line;
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(lab.<LogLine>read(tx -> tx.store(LOG).get(line.id()))).isEqualTo(line);
  }

  private static void delete(Lab lab, Specimen specimen) {
    lab.run(
        tx -> {
          tx.store(SPECIMENS).delete(specimen);
          return specimen;
        });
  }
}
