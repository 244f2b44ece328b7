package io.crmkit.core.kernel.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.work.BelowTheGuard;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.core.kernel.work.KernelEntities.FeedState;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The feed is read, whatever has become of the row that counts its places. */
class FeedStateTest {

  private static final TenantId TENANT = new TenantId("acme");

  private static Crm open(TestPlace place, InstantSource clock) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    new LabSetup().modules().forEach(builder::module);
    place.configure(builder);
    return builder.clock(clock).open();
  }

  private static CrmSession session(Crm crm) {
    return crm.session(TENANT, Actor.of("tester"));
  }

  private static void add(Crm crm, String label) {
    session(crm).get(Lab.class).add(label);
  }

  private static List<String> labels(Crm crm) {
    return session(crm).get(ChangeFeed.class).read(null, 100).changes().stream()
        .flatMap(change -> change.changes().stream())
        .filter(field -> field.path().equals("label"))
        .map(field -> String.valueOf(field.after()))
        .toList();
  }

  /** A clock behind which, as often as it is told, somebody changes the state without its lock. */
  private static final class Meddling implements InstantSource {
    private final MutableClock clock = new MutableClock();
    private @Nullable Crm crm;
    private int times;

    @Override
    public Instant instant() {
      if (times > 0) {
        int left = times - 1;
        times = 0;
        session(Objects.requireNonNull(crm))
            .get(Lab.class)
            .run(
                tx -> {
                  FeedState state = BelowTheGuard.all(tx, KernelEntities.FEED_STATES).get(0);
                  BelowTheGuard.update(tx, KernelEntities.FEED_STATES, state, touched(state));
                  return "meddled";
                });
        times = left;
      }
      return clock.instant();
    }

    private static FeedState touched(FeedState state) {
      return new FeedState(state.id(), state.version() + 1, state.last(), state.expired());
    }
  }

  static Stream<TestStorage> storages() {
    return TestStorage.every().stream();
  }

  @ParameterizedTest
  @MethodSource("storages")
  void aStateThatIsFoundChangedIsReadAgain(TestStorage storage) {
    Meddling clock = new Meddling();
    try (TestPlace place = storage.open();
        Crm crm = open(place, clock)) {
      clock.crm = crm;
      add(crm, "old");
      assertThat(labels(crm)).containsExactly("old");
      clock.clock.advance(Duration.ofDays(31));
      add(crm, "new");

      clock.times = 5;

      assertThat(labels(crm)).containsExactly("new");
      assertThat(clock.times).as("somebody meddled").isZero();
      assertThat(labels(crm)).containsExactly("new");
    }
  }

  /**
   * H2 writes its file while others go on, one map after the other. Killed at the wrong moment it
   * leaves a row behind that was not committed, and nothing that would undo it.
   */
  @Test
  void whatH2LeftOfAnUnfinishedNumberingDoesNotStopTheFeed(@TempDir Path folder) throws Exception {
    Path before = Files.createDirectory(folder.resolve("before"));
    Path after = Files.createDirectory(folder.resolve("after"));
    try (TestPlace place = H2Storage.inFile(before);
        Crm crm = open(place, new MutableClock())) {
      add(crm, "one");
      assertThat(labels(crm)).containsExactly("one");
      try (Connection first =
              begin(place, "insert into crm_lock values ('-', '-', '-', current_date)");
          Connection unfinished =
              begin(place, "update crm_feed_state set version = version + 1, last = last + 1")) {
        // The next one is written with what is under way; the file is as a kill would leave it.
        add(crm, "two");
        try (Connection other = place.dataSource().orElseThrow().getConnection();
            Statement checkpoint = other.createStatement()) {
          checkpoint.execute("checkpoint sync");
        }
        Files.copy(before.resolve("crm.mv.db"), after.resolve("crm.mv.db"));
        unfinished.rollback();
        first.rollback();
      }
    }
    forgetWhatWouldUndo(after.resolve("crm.mv.db"));

    try (TestPlace place = H2Storage.inFile(after);
        Crm crm = open(place, new MutableClock())) {
      assertThat(labels(crm)).containsExactly("one", "two");
      add(crm, "three");
      assertThat(labels(crm)).containsExactly("one", "two", "three");
    }
  }

  /** Begins and does not end. The second is none whose number a later transaction soon has. */
  private static Connection begin(TestPlace place, String sql) throws SQLException {
    Connection connection = place.dataSource().orElseThrow().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  private static void forgetWhatWouldUndo(Path file) {
    try (MVStore store = MVStore.open(file.toString())) {
      List<String> logs =
          store.getMapNames().stream()
              .filter(name -> name.startsWith("undoLog") && store.hasData(name))
              .toList();
      assertThat(logs).as("a transaction was under way").isNotEmpty();
      logs.forEach(store::removeMap);
    }
  }
}
