package io.crmkit.core.kernel.memory;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPER;
import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.LabEntities;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Memory storage forgets what nobody can see, and never what somebody can. */
class MemoryStorageTest {

  private static final TenantId TENANT = new TenantId("t");

  private final ModelRegistry models = new ModelRegistry();
  private final EntityModel<Specimen> specimens;
  private final MemoryStorage storage;

  MemoryStorageTest() {
    assertThat(models.add(LabEntities.KEEPERS)).isEmpty();
    assertThat(models.add(SPECIMENS)).isEmpty();
    specimens = models.of(SPECIMENS);
    storage = new MemoryStorage(models, Duration.ofMillis(200));
  }

  private Specimen add(Specimen specimen) {
    Specimen row = specimens.canonical(specimen, 1);
    StorageTx tx = storage.begin();
    tx.insert(specimens, TENANT, row);
    tx.commit();
    return row;
  }

  private Specimen save(Specimen before, Specimen after) {
    Specimen row = specimens.canonical(after, before.version() + 1);
    StorageTx tx = storage.begin();
    tx.update(specimens, TENANT, before, row);
    tx.commit();
    return row;
  }

  private void delete(Specimen row) {
    StorageTx tx = storage.begin();
    tx.delete(specimens, TENANT, row);
    tx.commit();
  }

  private static Specimen specimen(String label) {
    return Specimen.of(UUID.randomUUID(), label).withKeeper(new KeeperId(new UUID(1, 1)));
  }

  private List<Specimen> where(StorageTx tx, Criteria<Specimen> criteria) {
    return tx.select(specimens, TENANT, Selection.all(criteria));
  }

  @Test
  void what_is_added_and_deleted_again_leaves_nothing_behind() {
    Specimen kept = add(specimen("kept"));
    int size = storage.size();

    for (int i = 0; i < 500; i++) {
      delete(add(specimen("passing " + i)));
    }

    assertThat(storage.size()).isEqualTo(size);
    assertThat(where(storage.begin(), Criteria.all())).containsExactly(kept);
  }

  @Test
  void a_row_that_changes_often_takes_no_more_room_than_one() {
    Specimen row = add(specimen("label 0"));
    int size = storage.size();

    for (int i = 1; i <= 500; i++) {
      row = save(row, row.withLabel("label " + i).withKeeper(new KeeperId(new UUID(1, i))));
    }

    assertThat(storage.size()).isEqualTo(size);
    StorageTx reader = storage.begin();
    assertThat(where(reader, LABEL.eq("label 500"))).containsExactly(row);
    assertThat(where(reader, LABEL.eq("label 3"))).isEmpty();
    assertThat(where(reader, KEEPER.eq(new KeeperId(new UUID(1, 500))))).containsExactly(row);
  }

  @Test
  void what_a_running_transaction_sees_stays_and_is_found_by_its_old_values() {
    Specimen changed = add(specimen("changed 0"));
    Specimen deleted = add(specimen("deleted"));
    StorageTx reader = storage.begin();

    Specimen last = changed;
    for (int i = 1; i <= 20; i++) {
      last = save(last, last.withLabel("changed " + i));
    }
    delete(deleted);
    add(specimen("unrelated"));

    assertThat(where(reader, LABEL.eq("changed 0"))).containsExactly(changed);
    assertThat(where(reader, LABEL.eq("deleted"))).containsExactly(deleted);
    assertThat(where(reader, LABEL.eq("changed 20"))).isEmpty();
    assertThat(reader.load(specimens, TENANT, deleted.id().value())).isEqualTo(deleted);
    reader.rollback();
    assertThat(where(storage.begin(), LABEL.eq("changed 20"))).containsExactly(last);
  }

  @Test
  void when_the_last_that_saw_the_old_states_ends_they_are_forgotten() {
    Specimen row = add(specimen("row 0"));
    int size = storage.size();
    StorageTx reader = storage.begin();
    for (int i = 1; i <= 20; i++) {
      row = save(row, row.withLabel("row " + i));
    }
    assertThat(storage.size()).isGreaterThan(size);

    reader.rollback();
    save(row, row.withLabel("row 21"));

    assertThat(storage.size()).isEqualTo(size);
  }

  @Test
  void a_value_that_comes_back_is_found_though_its_first_time_is_forgotten() {
    Specimen row = add(specimen("a"));
    row = save(row, row.withLabel("b"));
    row = save(row, row.withLabel("a"));
    row = save(row, row.withTotal(7));

    assertThat(where(storage.begin(), LABEL.eq("a"))).containsExactly(row);
  }

  @Test
  void whoever_begins_while_others_commit_sees_every_row() {
    List<Specimen> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rows.add(add(specimen("row " + i)));
    }
    AtomicBoolean over = new AtomicBoolean();
    List<Callable<Integer>> runners = new ArrayList<>();
    for (Specimen row : rows) {
      runners.add(
          () -> {
            Specimen last = row;
            for (int i = 1; i <= 3_000; i++) {
              last = save(last, last.withTotal(i));
            }
            over.set(true);
            return 0;
          });
    }
    for (int i = 0; i < 2; i++) {
      runners.add(
          () -> {
            int seen = 0;
            while (!over.get()) {
              StorageTx tx = storage.begin();
              assertThat(where(tx, Criteria.all())).hasSize(4);
              assertThat(where(tx, LABEL.eq("row 2"))).hasSize(1);
              tx.rollback();
              seen++;
            }
            return seen;
          });
    }

    Race.between(runners).allWon();
  }

  @Test
  void a_lock_that_is_not_given_in_time_is_a_conflict_and_the_lock_still_works() {
    StorageTx holder = storage.begin();
    holder.lockNames(TENANT, "scope", List.of("x"));
    StorageTx rival = storage.begin();

    assertThatThrownBy(() -> rival.lockNames(TENANT, "scope", List.of("x")))
        .isInstanceOf(Conflict.class);

    holder.rollback();
    rival.lockNames(TENANT, "scope", List.of("x"));
    rival.rollback();
  }

  @Test
  void a_circle_of_three_costs_one_of_them_its_work() throws Exception {
    MemoryStorage patient = new MemoryStorage(models, Duration.ofSeconds(30));
    CountDownLatch allHoldOne = new CountDownLatch(3);

    Race<String> race =
        Race.of(
            3,
            i -> {
              StorageTx tx = patient.begin();
              try {
                tx.lockNames(TENANT, "scope", List.of("n" + i));
                allHoldOne.countDown();
                allHoldOne.await();
                tx.lockNames(TENANT, "scope", List.of("n" + (i + 1) % 3));
                return "both";
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              } finally {
                tx.rollback();
              }
            });

    assertThat(race.won()).hasSize(2);
    assertThat(race.lost()).hasSize(1).allMatch(Conflict.class::isInstance);
  }
}
