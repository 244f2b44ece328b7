package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPER;
import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.KEEPER_NAME;
import static io.crmkit.core.kernel.lab.LabEntities.PARENT;
import static io.crmkit.core.kernel.lab.LabEntities.SAMPLES;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.lab.Grade;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabQueries;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import io.crmkit.testkit.storage.MariaDbStorage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * What must hold over several rows holds between hosts' transactions at repeatable read, too: they
 * read from snapshots that are older than the locks that CrmKit takes in them.
 */
@WithSetup(LabSetup.class)
class JoinedSnapshotTest {

  private static final Attribute<Sample, String> CODE =
      Attribute.of(Sample.class, "code", String.class);

  private static boolean raceLost(Throwable e) {
    return e instanceof Conflict || e instanceof StaleVersion;
  }

  @OnEveryStorage
  void one_key_used_by_two_at_once_gives_one_record(TestCrm crm) {
    for (int round = 0; round < 5; round++) {
      String key = "key " + round;
      Function<CrmSession, Specimen> add = s -> s.once(key).get(Lab.class).add(key);

      Race<Specimen> race = JoinedRivals.race(crm, List.of(add, add));

      assertThat(race.won()).isNotEmpty();
      assertThat(race.won()).extracting(Specimen::id).containsOnly(race.won().get(0).id());
      assertThat(race.lost()).allMatch(Conflict.class::isInstance, "conflict");
      if (crm.storage().equals(MariaDbStorage.NAME)) {
        assertThat(race.lost()).as("the second finds the answer of the first").isEmpty();
      }
      assertThat(crm.get(Lab.class).count()).isEqualTo(round + 1);
    }
  }

  @OnEveryStorage
  void a_unique_key_claimed_by_two_at_once_is_one_s(TestCrm crm) {
    for (int round = 0; round < 5; round++) {
      String label = "label " + round;
      Function<CrmSession, Specimen> add = s -> s.get(Lab.class).add(label);

      Race<Specimen> race = JoinedRivals.race(crm, List.of(add, add));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost())
          .allMatch(e -> e instanceof Refused || e instanceof Conflict, "refused or conflict");
      if (crm.storage().equals(MariaDbStorage.NAME)) {
        assertThat(race.lost()).as("with the reason").allMatch(Refused.class::isInstance);
      }
    }
  }

  @OnEveryStorage
  void two_moves_that_together_would_make_a_cycle_make_none(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (int round = 0; round < 5; round++) {
      Specimen a = lab.add("a" + round);
      Specimen b = lab.add("b" + round);

      Race<Specimen> race = JoinedRivals.race(crm, List.of(s -> move(s, a, b), s -> move(s, b, a)));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost()).allMatch(e -> e instanceof Refused || raceLost(e), "a lost race");
      assertThat(lab.load(a.id()).links().parent() == null)
          .isNotEqualTo(lab.load(b.id()).links().parent() == null);
    }
  }

  private static Specimen move(CrmSession session, Specimen child, Specimen parent) {
    return session
        .get(Lab.class)
        .run(
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
  void numbers_taken_by_two_at_once_have_no_gaps_and_no_doubles(TestCrm crm) {
    List<Long> numbers = new ArrayList<>();
    Function<CrmSession, Long> next = s -> s.get(Lab.class).run(tx -> tx.nextNumber("n"));
    while (numbers.size() < 10) {
      Race<Long> race = JoinedRivals.race(crm, List.of(next, next));
      assertThat(race.won()).isNotEmpty();
      assertThat(race.lost()).allMatch(JoinedSnapshotTest::raceLost, "a lost race");
      numbers.addAll(race.won());
    }
    assertThat(numbers.stream().sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  /** Everything that can be asked, so that no way to read misses the lock. */
  private record Seen(
      long count,
      long samples,
      long below,
      long keptByTom,
      int all,
      List<LabQueries.Load> loads,
      BigDecimal weight,
      boolean byId) {}

  private static Seen seen(Tx tx, Keeper keeper, Specimen root, SpecimenId child) {
    var store = tx.store(SPECIMENS);
    return new Seen(
        store.count(Criteria.all()),
        store.count(SAMPLES.any(CODE.eq("late"))),
        store.count(Criteria.below(PARENT, root.id())),
        store.count(Criteria.ref(KEEPER, Keeper.class, KEEPER_NAME.eq(keeper.name()))),
        store.all(Criteria.all()).size(),
        tx.queries(LabQueries.class).loads(),
        tx.queries(LabQueries.class).weight(),
        store.find(child).isPresent());
  }

  /**
   * On MariaDB only: elsewhere a snapshot refuses the lock of what was changed since, and shows the
   * old state of what was not.
   */
  @OnEveryStorage
  void whatever_is_read_after_a_lock_is_what_its_last_holder_left(TestCrm crm) throws Exception {
    Lab lab = crm.get(Lab.class);
    Keeper keeper = lab.addKeeper("Tom");
    Specimen root = lab.add("root");
    SpecimenId child = new SpecimenId(crm.newId());
    boolean mariaDb = crm.storage().equals(MariaDbStorage.NAME);

    List<Seen> seen =
        JoinedRivals.inTransaction(
            crm,
            session -> {
              Lab joined = session.get(Lab.class);
              Seen snapshot = joined.run(tx -> seen(tx, keeper, root, child));
              addUnder(lab, keeper, root, child);
              Seen still = joined.run(tx -> seen(tx, keeper, root, child));
              Seen locked =
                  mariaDb
                      ? joined.run(
                          tx -> {
                            tx.lock(KEEPERS, List.of(keeper.id()));
                            return seen(tx, keeper, root, child);
                          })
                      : lab.run(tx -> seen(tx, keeper, root, child));
              return List.of(snapshot, still, locked);
            });

    assertThat(seen.get(0)).isEqualTo(new Seen(1, 0, 0, 0, 1, List.of(), BigDecimal.ZERO, false));
    if (mariaDb) {
      assertThat(seen.get(1)).as("the snapshot").isEqualTo(seen.get(0));
    }
    assertThat(seen.get(2))
        .isEqualTo(
            new Seen(
                2,
                1,
                1,
                1,
                2,
                List.of(new LabQueries.Load("Tom", 1, 5)),
                new BigDecimal("1.5"),
                true));
  }

  private static void addUnder(Lab lab, Keeper keeper, Specimen root, SpecimenId child) {
    lab.add(
        Specimen.of(child.value(), "child")
            .withTotal(5)
            .withParent(root.id())
            .withKeeper(keeper.id())
            .withSamples(new Sample("late", Grade.FINE, new BigDecimal("1.5"), null, null, null)));
  }
}
