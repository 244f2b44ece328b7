package io.crmkit.core.kernel.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.spi.timer.Timers;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.sql.CountingDataSource;
import io.crmkit.testkit.storage.MemoryStorage;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Durable work costs what is due, not what waits. */
class DueWorkCostTest {

  private static final TenantId TENANT = new TenantId("acme");

  /** So many wait; {@code -Dcrmkit.test.backlog=1000000} for the full measure. */
  private static final int WAITING = Integer.getInteger("crmkit.test.backlog", 100_000);

  private static final int DUE = 1_000;

  private static CrmBuilder engine(LabSetup setup, MutableClock clock) {
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL).clock(clock);
    setup.modules().forEach(builder::module);
    return builder;
  }

  private static String set(Timers timers, MutableClock clock, int from, int count, Duration in) {
    for (int i = from; i < from + count; i++) {
      timers.set(Alarm.key("n" + i), clock.instant().plus(in), Alarm.of("w"));
    }
    return "set";
  }

  @Test
  void onADatabaseEveryStatementThatFindsWorkIsServedByAnIndex() throws SQLException {
    MutableClock clock = new MutableClock();
    LabSetup setup = new LabSetup();
    AtomicInteger fired = new AtomicInteger();
    setup.hooks().onAlarm(TENANT, (s, t) -> fired.incrementAndGet());
    Set<String> sent = ConcurrentHashMap.newKeySet();
    try (TestPlace place = new PostgresStorage().open()) {
      DataSource database = place.dataSource().orElseThrow();
      CountingDataSource counted = CountingDataSource.around(database, sent::add);
      try (Crm crm = engine(setup, clock).dataSource(counted).open()) {
        Lab lab = crm.session(TENANT, Actor.of("tester")).get(Lab.class);
        lab.run(tx -> set(tx.timers(), clock, 0, DUE, Duration.ofSeconds(1)));
        multiply(database);
        clock.advance(Duration.ofSeconds(1));
        sent.clear();
        long before = counted.count().statements();

        assertThat(crm.fireDue()).isEqualTo(DUE);

        assertThat(fired).hasValue(DUE);
        assertThat(counted.count().statements() - before)
            .as("statements for %s due timers", DUE)
            .isLessThan(20L * DUE);
      }
      assertServedByIndex(database, sent, clock.instant());
    }
  }

  /** Copies one timer often enough, due much later. */
  private static void multiply(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into crm_timer (tenant_id, id, version, handler, name, due_at, set_at, payload,"
              + " attempts_status, attempts_count, attempts_due_at) select t.tenant_id,"
              + " gen_random_uuid(), 1, t.handler, 'copy ' || n, t.due_at + interval '1 day',"
              + " t.set_at, t.payload, 'WAITING', 0, t.attempts_due_at + interval '1 day' + n *"
              + " interval '1 second' from (select * from crm_timer limit 1) t,"
              + " generate_series(1, "
              + WAITING
              + ") n");
      statement.execute("analyze crm_timer");
    }
  }

  private static void assertServedByIndex(DataSource database, Set<String> sent, Instant now)
      throws SQLException {
    List<String> finding = new ArrayList<>();
    Set<String> plans = new LinkedHashSet<>();
    try (Connection connection = database.getConnection()) {
      for (String sql : sent) {
        // What was suspended is looked for once after the start, and by nothing but that.
        boolean finds = sql.startsWith("select") && !sql.contains("attempts_status = ?");
        if (finds && sql.contains("from crm_timer")) {
          finding.add(sql);
          plans.add(plan(connection, sql, now));
        }
      }
    }
    assertThat(finding).as("statements that look for timers").hasSizeGreaterThanOrEqualTo(3);
    assertThat(plans).noneMatch(plan -> plan.contains("Seq Scan"));
    assertThat(plans).anyMatch(plan -> plan.contains("crm_timer_due_anywhere"));
    assertThat(plans).anyMatch(plan -> plan.contains("crm_timer_due "));
  }

  /** With the values that the relay gives. */
  private static String plan(Connection connection, String sql, Instant now) throws SQLException {
    Map<String, String> values =
        Map.of(
            "tenant_id", "'acme'",
            "handler", "'" + Alarm.HANDLER + "'",
            "attempts_due_at", "timestamp with time zone '" + now + "'",
            "id", "'" + new UUID(1, 1) + "'::uuid",
            "limit", "200");
    String asked =
        Pattern.compile("(\\w+)( = | < | in \\(| )\\?")
            .matcher(sql)
            .replaceAll(m -> m.group(1) + m.group(2) + values.get(m.group(1)));
    StringBuilder plan = new StringBuilder(asked).append('\n');
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain " + asked)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  @Test
  void inMemoryTheWorkForWhatIsDueDoesNotFollowWhatWaits() {
    long few = cpuNanosToFire(DUE);
    long many = cpuNanosToFire(WAITING);

    // A scan of everything would take a hundred times as much; caches make a difference, too.
    assertThat(many).isLessThan(few * 10);
  }

  private static long cpuNanosToFire(int waiting) {
    MutableClock clock = new MutableClock();
    LabSetup setup = new LabSetup();
    AtomicLong fired = new AtomicLong();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    setup.hooks().onAlarm(TENANT, (s, t) -> fired.incrementAndGet());
    try (TestPlace place = new MemoryStorage().open()) {
      CrmBuilder builder = engine(setup, clock);
      place.configure(builder);
      try (Crm crm = builder.open()) {
        Lab lab = crm.session(TENANT, Actor.of("tester")).get(Lab.class);
        for (int i = 0; i < waiting; i += DUE) {
          int from = DUE * 10 + i;
          lab.run(tx -> set(tx.timers(), clock, from, DUE, Duration.ofDays(1)));
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
          lab.run(tx -> set(tx.timers(), clock, 0, DUE, Duration.ZERO));
          long begin = threads.getCurrentThreadCpuTime();
          crm.fireDue();
          best = Math.min(best, threads.getCurrentThreadCpuTime() - begin);
        }
        assertThat(fired).hasValue(5L * DUE);
        return best;
      }
    }
  }
}
