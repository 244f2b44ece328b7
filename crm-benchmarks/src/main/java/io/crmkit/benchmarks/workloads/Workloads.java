package io.crmkit.benchmarks.workloads;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Crm;
import io.crmkit.benchmarks.workloads.Rounds.Comparison;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Measures everyday work on PostgreSQL against JDBC by hand, Hibernate, and the least that JDBC
 * could do; and memory storage by itself. A ratio is CrmKit's throughput over the other's: higher
 * is better, 1 is as fast.
 */
public final class Workloads {

  private static final long WARM_UP_MILLIS = 3_000;
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  /** What the program was told. */
  private record Arguments(
      @Nullable String url, int customers, int opportunities, int rounds, long slice) {

    static Arguments parse(String[] args) {
      String url = null;
      int customers = 100_000;
      int opportunities = 20_000;
      int rounds = 5;
      long slice = 500;
      for (int i = 0; i + 1 < args.length; i += 2) {
        switch (args[i]) {
          case "--postgres" -> url = args[i + 1];
          case "--customers" -> customers = Integer.parseInt(args[i + 1]);
          case "--opportunities" -> opportunities = Integer.parseInt(args[i + 1]);
          case "--rounds" -> rounds = Integer.parseInt(args[i + 1]);
          case "--slice" -> slice = Long.parseLong(args[i + 1]);
          default -> throw new IllegalArgumentException("unknown option " + args[i]);
        }
      }
      if (args.length % 2 != 0 || rounds < 5) {
        throw new IllegalArgumentException("options have values; at least five rounds");
      }
      return new Arguments(url, customers, opportunities, rounds, slice);
    }
  }

  private final Arguments arguments;
  private final Database database;
  private final String tenant = "workloads-" + UUID.randomUUID();
  private final Map<Workload, List<Comparison>> comparisons = new EnumMap<>(Workload.class);
  private final Map<Workload, List<Costs>> costs = new EnumMap<>(Workload.class);

  private Workloads(Arguments arguments, Database database) {
    this.arguments = arguments;
    this.database = database;
  }

  /**
   * @param args {@code --postgres} a JDBC URL (a server is started without one), {@code
   *     --customers} and {@code --opportunities} that there are before it begins, {@code --rounds}
   *     and {@code --slice} in milliseconds
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("org.jboss.logging.provider", "slf4j");
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "warn");
    }
    Arguments arguments = Arguments.parse(args);
    try (Database database = Database.at(arguments.url())) {
      new Workloads(arguments, database).run();
    }
  }

  private void run() throws Exception {
    List<UUID> customers = fill();
    count(customers);
    measure(customers);
    MemoryRates.Rates memory = MemoryRates.measure(new Rounds(arguments.rounds(), 1_000));
    Report.print(comparisons, costs, memory);
  }

  private List<UUID> fill() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "filling %s with %d customers and %d opportunities%n",
        tenant,
        arguments.customers(),
        arguments.opportunities());
    try (HikariDataSource pool = database.pool();
        Crm crm = CrmKitLeg.open(b -> b.dataSource(pool));
        CrmKitLeg leg = new CrmKitLeg(crm, tenant)) {
      Filling.definePipeline(leg.session());
      Filling.firstCustomer(leg.session());
      List<UUID> customers = Filling.customers(leg.session(), arguments.customers());
      Filling.opportunities(leg.session(), arguments.opportunities(), customers);
      try (var connection = pool.getConnection();
          var statement = connection.createStatement()) {
        // As it would be a minute later by itself.
        statement.execute("vacuum analyze");
      }
      return customers;
    }
  }

  private void count(List<UUID> customers) throws Exception {
    System.out.println("counting statements and round trips");
    try (Legs watched = Legs.counted(database, tenant);
        Legs plain = Legs.plain(database, tenant)) {
      for (Workload workload : Workload.values()) {
        List<Costs> each = new ArrayList<>();
        for (int i = 0; i < watched.size(); i++) {
          Inputs inputs = new Inputs(customers, i);
          Leg leg = watched.get(i);
          Leg unwatched = plain.get(i);
          each.add(
              Costs.onTheWire(() -> workload.once(leg, inputs), watched.counter(i))
                  .withBytesOf(() -> workload.once(unwatched, inputs)));
        }
        costs.put(workload, each);
      }
    }
  }

  private void measure(List<UUID> customers) throws Exception {
    Rounds warmUp = new Rounds(1, WARM_UP_MILLIS);
    Rounds rounds = new Rounds(arguments.rounds(), arguments.slice());
    try (Legs legs = Legs.plain(database, tenant)) {
      for (Workload workload : Workload.values()) {
        System.out.println("measuring " + workload + ", " + workload.title());
        List<Runnable> operations = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
          Inputs inputs = new Inputs(customers, 100 + i);
          Leg leg = legs.get(i);
          operations.add(() -> workload.once(leg, inputs));
        }
        operations.forEach(warmUp::rate);
        List<Comparison> each = new ArrayList<>();
        for (int i = 1; i < operations.size(); i++) {
          each.add(rounds.compare(operations.get(0), operations.get(i)));
        }
        comparisons.put(workload, each);
      }
    }
  }
}
