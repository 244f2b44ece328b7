package io.crmkit.core.kernel.wire;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.CrmException;
import io.crmkit.core.kernel.lab.Grade;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random units of work, the same for the same seed, whatever storage they run on. */
final class Script {

  private final TestCrm crm;
  private final Random random;
  private final List<Specimen> remembered = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private int labels;

  Script(TestCrm crm, long seed) {
    this.crm = crm;
    this.random = new Random(seed);
  }

  /** What came of each: a word, or the failure's name. */
  List<String> play(int works) {
    for (int i = 0; i < works; i++) {
      switch (random.nextInt(4)) {
        case 0 -> attempt(() -> group(crm.session()));
        case 1 -> attempt(() -> crm.joined(this::group));
        default -> attempt(() -> command(crm.get(Lab.class)));
      }
    }
    return outcomes;
  }

  private void attempt(Runnable work) {
    try {
      work.run();
      outcomes.add("done");
    } catch (CrmException | IllegalStateException e) {
      outcomes.add(e.getClass().getSimpleName());
    }
  }

  private boolean group(CrmSession outer) {
    outer.transaction(
        session -> {
          for (int i = random.nextInt(3); i >= 0; i--) {
            attempt(() -> command(session.get(Lab.class)));
          }
          if (random.nextInt(6) == 0) {
            throw new IllegalStateException("on purpose");
          }
          return true;
        });
    return true;
  }

  private void command(Lab lab) {
    lab.run(
        tx -> {
          for (int i = random.nextInt(5); i >= 0; i--) {
            step(tx);
          }
          if (random.nextInt(5) == 0) {
            throw new IllegalStateException("on purpose");
          }
          return true;
        });
  }

  private void step(Tx tx) {
    switch (random.nextInt(11)) {
      case 0, 1, 2 -> remembered.add(tx.store(SPECIMENS).insert(specimen(tx)));
      case 3, 4 -> change(tx);
      case 5 -> staleChange(tx);
      case 6 -> some(tx).ifPresent(s -> tx.store(SPECIMENS).delete(s));
      case 7 -> tx.store(KEEPERS).insertAll(keepers(tx, random.nextInt(40)));
      case 8 -> tx.nextNumber("n" + random.nextInt(2));
      case 9 -> attempt(() -> command(tx.session().get(Lab.class)));
      default -> read(tx);
    }
  }

  private void read(Tx tx) {
    outcomes.add("count " + tx.store(SPECIMENS).count(Criteria.all()));
    outcomes.add("keepers " + tx.store(KEEPERS).all(Criteria.all()).size());
  }

  private java.util.Optional<Specimen> some(Tx tx) {
    List<Specimen> all = tx.store(SPECIMENS).all(Criteria.all());
    return all.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(all.get(random.nextInt(all.size())));
  }

  private void change(Tx tx) {
    some(tx)
        .ifPresent(
            before -> {
              remembered.add(before);
              Specimen after =
                  before
                      .withTotal(random.nextInt(9))
                      .withSeenAt(maybe(Instant.EPOCH.plusSeconds(random.nextInt(99))))
                      .withToken(maybe(new UUID(1, random.nextInt(9))))
                      .withSamples(samples());
              remembered.add(tx.store(SPECIMENS).save(before, after));
            });
  }

  /** Whatever was seen at some time: mostly out of date by now. */
  private void staleChange(Tx tx) {
    if (!remembered.isEmpty()) {
      Specimen before = remembered.get(random.nextInt(remembered.size()));
      tx.store(KEEPERS).insertAll(keepers(tx, 1));
      tx.store(SPECIMENS).save(before, before.withTotal(10 + random.nextInt(9)));
      tx.store(KEEPERS).insertAll(keepers(tx, 1));
    }
  }

  private Specimen specimen(Tx tx) {
    return Specimen.of(tx.newId(), "label " + labels++)
        .withNotes(random.nextBoolean() ? Map.of() : Map.of("k", "v" + random.nextInt(9)))
        .withSamples(samples());
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      samples.add(
          new Sample(
              "c" + random.nextInt(9),
              Grade.FINE,
              maybe(BigDecimal.valueOf(random.nextInt(99), 1)),
              null,
              maybe(LocalDate.of(2026, 1, 1 + random.nextInt(28))),
              null));
    }
    return samples;
  }

  private List<Keeper> keepers(Tx tx, int count) {
    List<Keeper> keepers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keepers.add(new Keeper(new KeeperId(tx.newId()), 0, "keeper " + i, maybe("city")));
    }
    return keepers;
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }
}
