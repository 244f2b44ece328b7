package io.crmkit.core.kernel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.error.StartFailed;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.MemoryStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several engines in one JVM, on one database or on several; closing and opening again. */
class EnginesTest {

  private static final TenantId TENANT = new TenantId("acme");

  private static CrmBuilder builder(TestPlace place, LabSetup setup) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    setup.modules().forEach(builder::module);
    place.configure(builder);
    return builder;
  }

  private static Crm open(TestPlace place) {
    return builder(place, new LabSetup()).open();
  }

  private static Lab lab(Crm crm) {
    return crm.session(TENANT, Actor.of("tester")).get(Lab.class);
  }

  static Stream<TestPlace> places() {
    return TestStorage.every().stream().map(TestStorage::open);
  }

  static Stream<TestPlace> databases() {
    return TestStorage.every().stream()
        .filter(storage -> !(storage instanceof MemoryStorage))
        .map(TestStorage::open);
  }

  @ParameterizedTest
  @MethodSource("places")
  void two_engines_side_by_side_know_nothing_of_each_other(TestPlace place) {
    try (place;
        TestPlace elsewhere = new MemoryStorage().open();
        Crm one = open(place);
        Crm two = open(elsewhere)) {
      lab(one).add("one");

      assertThat(lab(one).count()).isEqualTo(1);
      assertThat(lab(two).count()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void two_engines_on_one_database_are_two_nodes_of_one_crm(TestPlace place) {
    try (place;
        Crm one = open(place);
        Crm two = open(place)) {
      Specimen added = lab(one).add(Specimen.of(java.util.UUID.randomUUID(), "n").withTotal(0));
      assertThat(lab(two).load(added.id())).isEqualTo(added);

      Race<Long> race = Race.of(6, i -> lab(i % 2 == 0 ? one : two).run(tx -> tx.nextNumber("n")));
      assertThat(race.allWon()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void what_one_engine_left_the_next_one_finds(TestPlace place) {
    try (place) {
      Specimen added;
      try (Crm crm = open(place)) {
        added = lab(crm).add("kept");
      }
      try (Crm crm = open(place)) {
        assertThat(lab(crm).load(added.id())).isEqualTo(added);
        assertThat(lab(crm).save(added, added.withTotal(2)).version()).isEqualTo(2);
      }
    }
  }

  @Test
  void a_database_in_a_file_is_there_again_after_a_restart(@TempDir Path folder) {
    Specimen added;
    try (TestPlace place = H2Storage.inFile(folder);
        Crm crm = open(place)) {
      added = lab(crm).add("kept 客户");
      lab(crm)
          .run(
              tx -> {
                tx.publish(Measured.of(added.id(), 5));
                return tx.nextNumber("n");
              });
    }
    LabSetup setup = new LabSetup();
    List<Long> heard = new ArrayList<>();
    setup
        .hooks()
        .on(
            TENANT,
            LabHooks.Subscriber.LATER,
            (s, e) -> heard.add(((Measured) e.event()).number()));
    try (TestPlace place = H2Storage.inFile(folder);
        Crm crm = builder(place, setup).open()) {
      assertThat(lab(crm).load(added.id())).isEqualTo(added);
      assertThat(lab(crm).<Long>run(tx -> tx.nextNumber("n"))).isEqualTo(2);
      assertThat(crm.deliver()).isEqualTo(2);
      assertThat(heard).containsExactly(5L);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void where_nothing_may_be_changed_missing_tables_fail_the_start(TestPlace place) {
    try (place) {
      CrmBuilder validating = builder(place, new LabSetup()).schema(CrmBuilder.Schema.VALIDATE);
      assertThatThrownBy(() -> validating.open().close()).isInstanceOf(StartFailed.class);

      open(place).close();
      try (Crm crm = validating.open()) {
        assertThat(lab(crm).add("one").version()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void nodes_that_start_at_once_share_the_migration(TestPlace place) {
    try (place) {
      Race<Crm> race = Race.of(2, i -> open(place));
      race.allWon().forEach(Crm::close);
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void events_are_delivered_in_the_background_soon_after_the_commit(TestPlace place)
      throws InterruptedException {
    LabSetup setup = new LabSetup();
    CountDownLatch heard = new CountDownLatch(3);
    setup.hooks().on(TENANT, LabHooks.Subscriber.LATER, (s, e) -> heard.countDown());
    try (place;
        Crm crm = builder(place, setup).delivery(CrmBuilder.Delivery.BACKGROUND).open()) {
      for (int i = 0; i < 3; i++) {
        long number = i;
        lab(crm)
            .run(
                tx -> {
                  tx.publish(Measured.of(new SpecimenId(tx.newId()), number));
                  return number;
                });
      }
      assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void closing_waits_for_the_delivery_under_way_and_can_be_repeated(TestPlace place)
      throws InterruptedException {
    LabSetup setup = new LabSetup();
    CountDownLatch begun = new CountDownLatch(1);
    List<String> story = Collections.synchronizedList(new ArrayList<>());
    setup
        .hooks()
        .on(
            TENANT,
            LabHooks.Subscriber.LATER,
            (s, e) -> {
              begun.countDown();
              pause();
              story.add("delivered");
            });
    try (place) {
      Crm crm = builder(place, setup).delivery(CrmBuilder.Delivery.BACKGROUND).open();
      lab(crm)
          .run(
              tx -> {
                tx.publish(Measured.of(new SpecimenId(tx.newId()), 1));
                return "done";
              });
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      crm.close();
      story.add("closed");
      crm.close();
    }
    assertThat(story).containsExactly("delivered", "closed");
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void the_host_s_pool_stays_open_and_gets_every_connection_back(TestPlace place) throws Exception {
    try (place) {
      Crm crm = open(place);
      lab(crm).add("one");
      crm.close();
      io.crmkit.testkit.storage.DatabasePlace database =
          (io.crmkit.testkit.storage.DatabasePlace) place;
      assertThat(database.connectionsInUse()).isZero();
      try (var connection = place.dataSource().orElseThrow().getConnection()) {
        assertThat(connection.isValid(5)).isTrue();
      }
    }
  }
}
