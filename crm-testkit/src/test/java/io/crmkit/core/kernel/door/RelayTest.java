package io.crmkit.core.kernel.door;

import static io.crmkit.core.kernel.door.RelayNodes.IMPATIENT;
import static io.crmkit.core.kernel.door.RelayNodes.SECOND;
import static io.crmkit.core.kernel.door.RelayNodes.TENANT;
import static io.crmkit.core.kernel.door.RelayNodes.node;
import static io.crmkit.core.kernel.door.RelayNodes.on;
import static io.crmkit.core.kernel.door.RelayNodes.publish;
import static io.crmkit.core.kernel.door.RelayNodes.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.RetryPolicy;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Durable work by several threads and several nodes, some of which fail, are slow, or die. */
class RelayTest {

  /** What was heard of each subject; the first time that each number was. */
  private static final class Heard {
    private final Map<String, Set<Long>> numbers = new LinkedHashMap<>();
    private final CountDownLatch all;

    Heard(int count) {
      all = new CountDownLatch(count);
    }

    synchronized void add(EventEnvelope<?> envelope) {
      Measured measured = (Measured) envelope.event();
      String subject = envelope.tenant() + "/" + measured.specimen().value();
      if (numbers.computeIfAbsent(subject, s -> new LinkedHashSet<>()).add(measured.number())) {
        all.countDown();
      }
    }

    synchronized Map<String, List<Long>> inOrder() {
      Map<String, List<Long>> copy = new LinkedHashMap<>();
      numbers.forEach((subject, heard) -> copy.put(subject, List.copyOf(heard)));
      return copy;
    }
  }

  @ParameterizedTest
  @MethodSource("io.crmkit.core.kernel.door.RelayNodes#places")
  void whatever_fails_each_subject_is_heard_of_in_its_order_and_nothing_is_lost(TestPlace place)
      throws InterruptedException {
    int subjects = 25;
    int each = 12;
    Heard heard = new Heard(subjects * each);
    Random chance = new Random(4711);
    EventHandler<CrmEvent> handler =
        (s, e) -> {
          boolean fails;
          synchronized (chance) {
            fails = chance.nextInt(5) == 0;
          }
          if (fails) {
            throw new IllegalStateException("on purpose");
          }
          heard.add(e);
        };
    LabSetup one = new LabSetup();
    LabSetup two = new LabSetup();
    on(one, handler);
    on(two, handler);
    boolean memory = place.dataSource().isEmpty();
    try (place;
        Crm first = node(place, one).open();
        Crm second = memory ? first : node(place, two).open()) {
      List<SpecimenId> all = new ArrayList<>();
      for (int i = 0; i < subjects; i++) {
        all.add(new SpecimenId(UUID.randomUUID()));
      }
      for (long number = 1; number <= each; number++) {
        for (int i = 0; i < subjects; i++) {
          // The same node for all of a subject, since their clocks decide here.
          Crm node = i % 2 == 0 ? first : second;
          TenantId tenant = i % 3 == 0 ? SECOND : TENANT;
          publish(session(node, tenant), Measured.of(all.get(i), number));
        }
      }

      assertThat(heard.all.await(100, TimeUnit.SECONDS)).as("all heard in time").isTrue();
    }
    List<Long> expected = LongStream.rangeClosed(1, each).boxed().toList();
    assertThat(heard.inOrder()).hasSize(subjects);
    assertThat(heard.inOrder().values()).allSatisfy(n -> assertThat(n).isEqualTo(expected));
  }

  @ParameterizedTest
  @MethodSource("io.crmkit.core.kernel.door.RelayNodes#places")
  void a_slow_handler_keeps_no_other_queue_waiting(TestPlace place) throws InterruptedException {
    SpecimenId slow = new SpecimenId(UUID.randomUUID());
    CountDownLatch others = new CountDownLatch(30);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch slowDone = new CountDownLatch(3);
    LabSetup setup = new LabSetup();
    on(
        setup,
        (s, e) -> {
          if (((Measured) e.event()).specimen().equals(slow)) {
            await(release);
            slowDone.countDown();
          } else {
            others.countDown();
          }
        });
    try (place;
        Crm crm = node(place, setup).relay(IMPATIENT.workers(4)).open()) {
      publish(
          session(crm, TENANT), Measured.of(slow, 1), Measured.of(slow, 2), Measured.of(slow, 3));
      for (int i = 0; i < 30; i++) {
        publish(session(crm, TENANT), Measured.of(new SpecimenId(UUID.randomUUID()), i));
      }

      assertThat(others.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(slowDone.getCount()).isEqualTo(3);
      release.countDown();
      assertThat(slowDone.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(90, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_a_killed_node_was_at_another_takes_over() throws Exception {
    LabSetup dying = new LabSetup();
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    on(
        dying,
        (s, e) -> {
          begun.countDown();
          await(never);
        });
    dying
        .hooks()
        .onAlarm(
            TENANT,
            (s, t) -> {
              begun.countDown();
              await(never);
            });
    LabSetup living = new LabSetup();
    List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger alarms = new AtomicInteger();
    on(living, (s, e) -> numbers.add(((Measured) e.event()).number()));
    living.hooks().onAlarm(TENANT, (s, t) -> alarms.incrementAndGet());
    try (TestPlace place = new PostgresStorage().open();
        Crm second = node(place, living).delivery(CrmBuilder.Delivery.MANUAL).open();
        Crm first = node(place, dying).open()) {
      try {
        session(second, TENANT)
            .get(Lab.class)
            .run(
                tx -> {
                  tx.publish(Measured.of(new SpecimenId(new UUID(1, 1)), 1));
                  tx.publish(Measured.of(new SpecimenId(new UUID(1, 1)), 2));
                  tx.timers().set(Alarm.key("one"), tx.now(), Alarm.of("one"));
                  return "done";
                });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        second.deliver();
        assertThat(numbers).as("while the other is at it").isEmpty();
        assertThat(second.fireDue()).isZero();

        kill(place);
        for (int i = 0; i < 200 && (numbers.size() < 2 || alarms.get() < 1); i++) {
          second.deliver();
          second.fireDue();
        }
        assertThat(numbers).containsExactly(1L, 2L);
        assertThat(alarms).hasValue(1);
      } finally {
        never.countDown();
      }
    }
  }

  /** Ends every connection that is in a transaction, as the death of its process would. */
  private static void kill(TestPlace place) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'");
    }
  }

  @ParameterizedTest
  @MethodSource("io.crmkit.core.kernel.door.RelayNodes#databases")
  void what_somebody_else_has_locked_is_left_to_him(TestPlace place) throws SQLException {
    LabSetup setup = new LabSetup();
    List<Long> numbers = new ArrayList<>();
    on(setup, (s, e) -> numbers.add(((Measured) e.event()).number()));
    try (place;
        Crm crm = node(place, setup).delivery(CrmBuilder.Delivery.MANUAL).open()) {
      publish(session(crm, TENANT), Measured.of(new SpecimenId(new UUID(1, 1)), 1));
      publish(session(crm, TENANT), Measured.of(new SpecimenId(new UUID(2, 2)), 2));
      String id = deliveryOf(place, new UUID(1, 1));
      try (Connection other = place.dataSource().orElseThrow().getConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.executeQuery(
            "select id from crm_delivery where tenant_id = 'acme' and id = '"
                + id
                + "' for update");
        crm.deliver();
        assertThat(numbers).containsExactly(2L);
        other.rollback();
      }
      crm.deliver();
      assertThat(numbers).containsExactly(2L, 1L);
    }
  }

  private static String deliveryOf(TestPlace place, UUID subject) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id from crm_delivery where subscriber = 'lab.later' and subject_id = '"
                    + subject
                    + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  @ParameterizedTest
  @MethodSource("io.crmkit.core.kernel.door.RelayNodes#places")
  void attempts_and_what_a_parked_delivery_does_can_be_configured(TestPlace place) {
    LabSetup setup = new LabSetup();
    List<Long> numbers = new ArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    on(
        setup,
        (s, e) -> {
          long number = ((Measured) e.event()).number();
          if (number == 1) {
            calls.incrementAndGet();
            throw new IllegalStateException("on purpose");
          }
          numbers.add(number);
        });
    RelayOptions options =
        RelayOptions.standard()
            .retry(new RetryPolicy(2, Duration.ofMinutes(1), Duration.ofMinutes(1)))
            .parkedHead(RelayOptions.ParkedHead.LETS_OTHERS_PASS);
    MutableClock clock = new MutableClock();
    try (place;
        Crm crm =
            node(place, setup)
                .clock(clock)
                .delivery(CrmBuilder.Delivery.MANUAL)
                .relay(options)
                .open()) {
      SpecimenId subject = new SpecimenId(UUID.randomUUID());
      publish(session(crm, TENANT), Measured.of(subject, 1), Measured.of(subject, 2));

      crm.deliver();
      clock.advance(Duration.ofSeconds(59));
      crm.deliver();
      assertThat(calls).hasValue(1);
      assertThat(numbers).as("before it is parked").isEmpty();

      clock.advance(Duration.ofSeconds(17));
      crm.deliver();
      clock.advance(Duration.ofDays(2));
      crm.deliver();
      assertThat(calls).hasValue(2);
      assertThat(numbers).containsExactly(2L);
    }
  }
}
