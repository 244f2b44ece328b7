package io.crmkit.core.kernel.host;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks;
import io.crmkit.core.kernel.lab.LabHooks.Subscriber;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that fails under the relay: it goes on by itself, and nothing is lost or twice. */
class RelayFaultTest {

  private static final int SUBJECTS = 12;
  private static final int CONNECTIONS = 4;

  static Stream<Faulty> databases() {
    return Faulty.databases();
  }

  @AfterAll
  static void close() {
    Faulty.closeAll();
  }

  /** A node with its relay on a pool of its own; what it does in the handlers is one row each. */
  private static final class Node implements AutoCloseable {
    final TenantId tenant = new TenantId("relay-" + UUID.randomUUID());
    final CountDownLatch all = new CountDownLatch(2 * SUBJECTS);
    final HikariDataSource pool;
    final Tampered database;
    private final Faulty place;
    private final LabHooks hooks;
    private final Crm crm;

    Node(Faulty place) {
      HikariConfig config = place.pooling();
      config.setMaximumPoolSize(CONNECTIONS);
      config.setConnectionTimeout(250);
      this.place = place;
      this.pool = new HikariDataSource(config);
      this.database = new Tampered(pool);
      this.hooks = new LabHooks();
      hooks.on(tenant, Subscriber.LATER, (s, e) -> note(s, "event " + e.id()));
      hooks.onAlarm(tenant, (s, t) -> note(s, "timer " + t.payload().word()));
      this.crm = place.open(database, hooks, CrmBuilder.Delivery.BACKGROUND);
    }

    private void note(CrmSession session, String what) {
      session.get(Lab.class).add(what);
      all.countDown();
    }

    /** Asked by another node, which has no relay. */
    Lab lab() {
      return place.crm().session(tenant, Actor.of("tester")).get(Lab.class);
    }

    void give() {
      lab()
          .run(
              tx -> {
                for (int i = 0; i < SUBJECTS; i++) {
                  tx.publish(Measured.of(new SpecimenId(tx.newId()), i));
                  tx.timers().set(Alarm.key("alarm " + i), tx.now(), Alarm.of("alarm " + i));
                }
                return "given";
              });
    }

    /**
     * Every event and every timer has its row, once. A handler that was called may have been undone
     * again: what is left when the node is closed, the next one does.
     */
    void assertAllDone() throws InterruptedException {
      assertThat(all.await(60, TimeUnit.SECONDS)).as("the relay has gone on").isTrue();
      crm.close();
      try (Crm next = place.open(place.database(), hooks, CrmBuilder.Delivery.MANUAL)) {
        CrmSession session = next.session(tenant, Actor.of("tester"));
        while (session.deliver() + session.fireDue() > 0) {
          // Until nothing is left to be done.
        }
        assertThat(session.get(DurableWork.class).backlog()).isEmpty();
      }
      List<String> done =
          lab().read(tx -> tx.store(SPECIMENS).all(Criteria.all())).stream()
              .map(Specimen::label)
              .toList();
      assertThat(done).doesNotHaveDuplicates().hasSize(2 * SUBJECTS);
    }

    @Override
    public void close() {
      crm.close();
      pool.close();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void connectionsThatDropUnderTheRelayLoseNothingAndDoNothingTwice(Faulty place) throws Exception {
    try (Node node = new Node(place)) {
      AtomicInteger kills = new AtomicInteger();
      Semaphore enough = new Semaphore(0);
      node.database.intercepting(
          (connection, call) -> {
            boolean ends = call.startsWith("prepare") || call.equals("commit");
            if (ends && kills.incrementAndGet() % 5 == 0 && kills.get() <= 100) {
              place.kill(connection);
              enough.release();
            }
          });
      node.give();

      assertThat(enough.tryAcquire(10, 60, TimeUnit.SECONDS)).as("ten have dropped").isTrue();
      node.database.intercepting((connection, call) -> {});

      node.assertAllDone();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aPoolThatIsExhaustedUnderTheRelayHoldsItUpUntilSomebodyGivesBack(Faulty place)
      throws Exception {
    try (Node node = new Node(place)) {
      Connection[] taken = new Connection[CONNECTIONS];
      for (int i = 0; i < CONNECTIONS; i++) {
        taken[i] = takenSurely(node.pool);
      }
      node.give();
      assertThat(node.all.await(1, TimeUnit.SECONDS)).as("nothing can be done").isFalse();
      assertThat(node.all.getCount()).isEqualTo(2 * SUBJECTS);

      for (Connection connection : taken) {
        connection.close();
      }

      node.assertAllDone();
    }
  }

  /** The relay may just have one, for a moment. */
  private static Connection takenSurely(HikariDataSource pool) throws Exception {
    for (int i = 0; i < 100; i++) {
      try {
        return pool.getConnection();
      } catch (java.sql.SQLTransientConnectionException e) {
        // Until the relay has given it back.
      }
    }
    throw new IllegalStateException("no connection could be taken");
  }
}
