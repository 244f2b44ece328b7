package io.crmkit.core.kernel.criteria;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.access.Access;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.storage.TestStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Random criteria over random rows: the same answer on every storage, and the right one. */
class CriteriaTest {

  private static final int CRITERIA_PER_TRY = 12;
  private static final int DEPTH = 4;

  @Property(tries = 80, shrinking = ShrinkingMode.OFF)
  void every_storage_answers_as_the_naive_evaluator_does(@ForAll long seed) {
    Arbitrary arbitrary = new Arbitrary(seed);
    List<Keeper> keepers = arbitrary.keepers();
    List<Specimen> specimens = arbitrary.specimens();
    List<Criteria<Specimen>> criteria = new ArrayList<>();
    for (int i = 0; i < CRITERIA_PER_TRY; i++) {
      criteria.add(arbitrary.ofSpecimen(DEPTH));
    }
    for (TestStorage storage : TestStorage.every()) {
      TestCrm crm = TestCrm.on(storage, LabSetup.class, seed);
      Naive naive = insert(crm.get(Lab.class), keepers, specimens);
      criteria.forEach(each -> assertAnswer(storage, crm, naive, each));
    }
  }

  private static Naive insert(Lab lab, List<Keeper> keepers, List<Specimen> specimens) {
    return lab.run(
        tx -> {
          List<Keeper> kept = keepers.stream().map(k -> tx.store(KEEPERS).insert(k)).toList();
          List<Specimen> added =
              specimens.stream().map(s -> tx.store(SPECIMENS).insert(s)).toList();
          return new Naive(
              added.stream().collect(Collectors.toMap(Specimen::id, Function.identity())),
              kept.stream().collect(Collectors.toMap(Keeper::id, Function.identity())));
        });
  }

  private static void assertAnswer(
      TestStorage storage, TestCrm crm, Naive naive, Criteria<Specimen> criteria) {
    List<Specimen> expected =
        naive.specimens().values().stream()
            .filter(s -> naive.matches(s, criteria))
            .sorted(java.util.Comparator.comparing(s -> s.id().value().toString()))
            .toList();
    Lab lab = crm.get(Lab.class);

    List<Specimen> found = lab.read(tx -> tx.store(SPECIMENS).all(criteria));
    assertThat(found).as("%s: %s", storage.name(), criteria).isEqualTo(expected);
    assertThat(lab.<Long>read(tx -> tx.store(SPECIMENS).count(criteria)))
        .as("count on %s: %s", storage.name(), criteria)
        .isEqualTo(expected.size());
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void criteria_restrict_access_by_id_as_they_restrict_searches(@ForAll long seed) {
    Arbitrary arbitrary = new Arbitrary(seed);
    List<Keeper> keepers = arbitrary.keepers();
    List<Specimen> specimens = arbitrary.specimens();
    Criteria<Specimen> restriction = arbitrary.ofSpecimen(DEPTH);
    Criteria<Specimen> search = arbitrary.ofSpecimen(2);
    for (TestStorage storage : TestStorage.every()) {
      TestCrm crm = TestCrm.on(storage, LabSetup.class, seed);
      Lab lab = crm.get(Lab.class);
      Naive naive = insert(lab, keepers, specimens);
      crm.policy(r -> r.entity() == Specimen.class ? Access.only(restriction) : Access.allow());

      for (Specimen specimen : naive.specimens().values()) {
        assertThat(lab.exists(specimen.id().value()))
            .as("%s: %s by %s", storage.name(), specimen, restriction)
            .isEqualTo(naive.matches(specimen, restriction));
      }
      Naive seen = naive.seen(restriction);
      assertAnswer(storage, crm, seen, restriction.and(search));
      assertThat(lab.<Long>read(tx -> tx.store(SPECIMENS).count(search)))
          .as("%s: %s under %s", storage.name(), search, restriction)
          .isEqualTo(
              seen.specimens().values().stream().filter(s -> seen.matches(s, search)).count());
    }
  }
}
