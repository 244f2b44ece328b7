package io.crmkit.core.kernel.wire;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import io.crmkit.testkit.sql.RoundTrips;
import io.crmkit.testkit.storage.PostgresStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements that are sent together do what they do one by one, in fewer round trips. */
@WithSetup(LabSetup.class)
class SendingTest {

  @Property(tries = 40)
  @Tag("contract")
  void unitsOfWorkLeaveTheSameDatabaseHoweverTheyAreSent(@ForAll long seed) {
    TestCrm together = TestCrm.on(new PostgresStorage(), LabSetup.class, seed);
    List<String> outcomes = new Script(together, seed).play(25);
    Map<String, List<String>> rows = comparable(together);

    TestCrm oneByOne = TestCrm.on(new OneByOne(), LabSetup.class, seed);
    List<String> others = new Script(oneByOne, seed).play(25);

    assertThat(others).isEqualTo(outcomes);
    assertThat(comparable(oneByOne)).isEqualTo(rows);
  }

  /** Without the tenant's own name and the places of events, which follow the machine's clock. */
  private static Map<String, List<String>> comparable(TestCrm crm) {
    Fingerprint fingerprint = crm.fingerprint();
    Map<String, List<String>> rows = new TreeMap<>();
    fingerprint
        .rows()
        .forEach(
            (table, lines) ->
                rows.put(
                    table,
                    lines.stream()
                        .map(l -> l.replace("tenant_id=" + crm.tenant().value() + ";", ""))
                        .map(l -> l.replaceAll("(position|sequence)=[0-9]+;", ""))
                        .sorted()
                        .toList()));
    return rows;
  }

  @OnEveryStorage
  void whatIsSentBehindAStaleVersionDoesNotStay(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen old = lab.add("a");
    lab.run(tx -> tx.store(SPECIMENS).save(old, old.withTotal(2)));
    Fingerprint before = crm.fingerprint();

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  lab.run(
                      tx -> {
                        tx.store(KEEPERS).insert(keeper(tx.newId(), "before"));
                        tx.store(SPECIMENS).save(old, old.withTotal(3));
                        return tx.store(KEEPERS).insert(keeper(tx.newId(), "behind"));
                      }))
          .isInstanceOf(StaleVersion.class);
    }

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void aStaleVersionUndoesItsCommandAndTheGroupGoesOn(TestCrm crm) {
    Specimen old = crm.get(Lab.class).add("a");
    crm.get(Lab.class).run(tx -> tx.store(SPECIMENS).save(old, old.withTotal(2)));

    for (int i = 0; i < 3; i++) {
      crm.session()
          .transaction(
              session -> {
                Lab lab = session.get(Lab.class);
                lab.addKeeper("kept");
                assertThatThrownBy(
                        () ->
                            lab.run(
                                tx -> {
                                  tx.store(SPECIMENS).save(old, old.withTotal(3));
                                  return tx.store(KEEPERS).insert(keeper(tx.newId(), "lost"));
                                }))
                    .isInstanceOf(StaleVersion.class);
                return lab.addKeeper("kept");
              });
    }

    assertThat(
            crm.get(Lab.class)
                .<List<Keeper>>read(
                    tx -> tx.store(KEEPERS).all(io.crmkit.api.criteria.Criteria.all())))
        .hasSize(6)
        .allMatch(k -> k.name().equals("kept"));
  }

  @OnEveryStorage
  void aUnitOfWorkMayBeOfAnySize(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      samples.add(Sample.of("s" + i));
    }

    Specimen added =
        lab.run(
            tx -> {
              for (int i = 0; i < 1_200; i++) {
                tx.store(KEEPERS).insert(keeper(tx.newId(), "k" + i));
              }
              return tx.store(SPECIMENS)
                  .insert(Specimen.of(tx.newId(), "big").withSamples(samples));
            });

    assertThat(lab.load(added.id())).isEqualTo(added);
    assertThat(lab.<Long>read(tx -> tx.store(KEEPERS).count(io.crmkit.api.criteria.Criteria.all())))
        .isEqualTo(1_200);
  }

  @Test
  void aCommandThatReadsAndWritesTakesTwoRoundTripsOnPostgres() {
    TestCrm crm = TestCrm.on(new PostgresStorage(), LabSetup.class, 1);
    Lab lab = crm.get(Lab.class);
    Specimen first =
        lab.run(
            tx ->
                tx.store(SPECIMENS)
                    .insert(Specimen.of(tx.newId(), "a").withSamples(Sample.of("s"))));
    long trips = 0;

    for (int i = 0; i < 4; i++) {
      long before = RoundTrips.count();
      int total = 10 + i;
      lab.run(
          tx -> {
            Specimen known = tx.store(SPECIMENS).get(first.id());
            return tx.store(SPECIMENS).save(known, known.withTotal(total));
          });
      trips = RoundTrips.count() - before;
    }

    // the row with its parts; the update with its audit and the commit
    assertThat(trips).isEqualTo(2);
  }

  private static Keeper keeper(java.util.UUID id, String name) {
    return new Keeper(new KeeperId(id), 0, name, null);
  }
}
