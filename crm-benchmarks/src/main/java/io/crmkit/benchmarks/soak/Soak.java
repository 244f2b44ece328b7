package io.crmkit.benchmarks.soak;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.benchmarks.workloads.Database;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Eight writers and four readers on two engines, both with their relay, on one PostgreSQL: says how
 * much was done, whether anything failed, and how large the heap is after garbage collection.
 */
public final class Soak {

  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
  private static final int WRITERS = 8;
  private static final int READERS = 4;
  private static final int CONNECTIONS = 12;
  private static final int REPORTS = 10;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  /** What the program was told. */
  private record Arguments(@Nullable String url, double minutes) {

    static Arguments parse(String[] args) {
      String url = null;
      double minutes = 10;
      if (args.length % 2 != 0) {
        throw new IllegalArgumentException("options have values");
      }
      for (int i = 0; i < args.length; i += 2) {
        switch (args[i]) {
          case "--postgres" -> url = args[i + 1];
          case "--minutes" -> minutes = Double.parseDouble(args[i + 1]);
          default -> throw new IllegalArgumentException("unknown option " + args[i]);
        }
      }
      if (minutes <= 0) {
        throw new IllegalArgumentException("more than no minutes");
      }
      return new Arguments(url, minutes);
    }
  }

  private final SoakWork work = new SoakWork();
  private final SoakModule.Done done = new SoakModule.Done();
  private final Map<String, Integer> errors = new ConcurrentHashMap<>();
  private final List<Long> heap = new ArrayList<>();
  private volatile boolean over;

  private Soak() {}

  /**
   * @param args {@code --postgres} a JDBC URL (a server is started without one), {@code --minutes}
   *     10 by default
   */
  public static void main(String[] args) throws Exception {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "warn");
    }
    Arguments arguments = Arguments.parse(args);
    Soak soak = new Soak();
    try (Database database = Database.at(arguments.url())) {
      soak.run(database, arguments.minutes());
    }
    if (!soak.errors.isEmpty()) {
      System.exit(1);
    }
  }

  private void run(Database database, double minutes) throws Exception {
    try (HikariDataSource first = database.pool(CONNECTIONS);
        HikariDataSource second = database.pool(CONNECTIONS);
        Crm one = open(first);
        Crm two = open(second)) {
      TenantId tenant = new TenantId("soak-" + UUID.randomUUID());
      work.prepare(one.session(tenant, Actor.of("setup")));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < WRITERS + READERS; i++) {
        CrmSession session = (i % 2 == 0 ? one : two).session(tenant, Actor.of("user-" + i));
        Consumer<CrmSession> task = i < WRITERS ? work::write : work::read;
        threads.add(new Thread(() -> repeat(task, session), "soak-" + i));
      }
      threads.forEach(Thread::start);
      watch(Math.round(minutes * TimeUnit.MINUTES.toNanos(1)));
      over = true;
      for (Thread thread : threads) {
        thread.join();
      }
      drain();
    }
    conclude(minutes);
  }

  private Crm open(HikariDataSource pool) {
    return Crm.builder(AccessPolicy.allowAll())
        .dataSource(pool)
        .module(new SoakModule(done))
        .open();
  }

  private void repeat(Consumer<CrmSession> task, CrmSession session) {
    while (!over) {
      try {
        task.accept(session);
      } catch (RuntimeException e) {
        error(e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
  }

  private void error(String what) {
    errors.merge(what, 1, Integer::sum);
  }

  /** One line at each of ten moments. */
  private void watch(long nanos) {
    System.out.println("   time  writes/s   reads/s  delivered/s  fired/s  errors  heap after GC");
    long begin = System.nanoTime();
    long step = nanos / REPORTS;
    Counts before = Counts.of(work, done);
    long beforeAt = begin;
    for (int i = 1; i <= REPORTS; i++) {
      waitUntil(begin + i * step);
      Counts now = Counts.of(work, done);
      long at = System.nanoTime();
      heap.add(heapAfterCollection());
      double seconds = (at - beforeAt) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%5d s %9.0f %9.0f %12.0f %8.0f %7d %8.1f MB%n",
          TimeUnit.NANOSECONDS.toSeconds(at - begin),
          (now.writes() - before.writes()) / seconds,
          (now.reads() - before.reads()) / seconds,
          (now.deliveries() - before.deliveries()) / seconds,
          (now.timers() - before.timers()) / seconds,
          errors.values().stream().mapToInt(Integer::intValue).sum(),
          heap.get(heap.size() - 1) / 1e6);
      before = now;
      beforeAt = at;
    }
  }

  private record Counts(long writes, long reads, long deliveries, long timers) {
    static Counts of(SoakWork work, SoakModule.Done done) {
      return new Counts(
          work.writes.sum(), work.reads.sum(), done.deliveries.sum(), done.timers.sum());
    }
  }

  private static void waitUntil(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** What was promised is delivered and fired, once the writers have stopped. */
  private void drain() {
    long end = System.nanoTime() + PATIENCE;
    while (isBehind() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    if (isBehind()) {
      error("not everything was delivered and fired");
    }
  }

  private boolean isBehind() {
    return done.deliveries.sum() < work.deliveries.sum() || done.timers.sum() < work.timers.sum();
  }

  private void conclude(double minutes) {
    double seconds = minutes * 60;
    System.out.printf(
        Locale.ROOT,
        "%d writes (%.0f/s), %d reads (%.0f/s), %d of %d deliveries, %d of %d timers%n",
        work.writes.sum(),
        work.writes.sum() / seconds,
        work.reads.sum(),
        work.reads.sum() / seconds,
        done.deliveries.sum(),
        work.deliveries.sum(),
        done.timers.sum(),
        work.timers.sum());
    System.out.printf(
        Locale.ROOT,
        "heap after GC: %.1f MB at the first look, %.1f MB at the last%n",
        heap.get(0) / 1e6,
        heap.get(heap.size() - 1) / 1e6);
    System.out.println(errors.isEmpty() ? "errors: none" : "errors: " + errors);
  }
}
