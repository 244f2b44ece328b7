package io.crmkit.benchmarks.workloads;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.testkit.sql.CountingDataSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** All ways to do the workloads, each with a pool of its own. The first is CrmKit. */
final class Legs implements AutoCloseable {

  /** How a leg is made on a data source. */
  interface Maker {
    Leg make(DataSource source, String tenant);
  }

  static final List<Maker> MAKERS =
      List.of(
          (source, tenant) -> new CrmKitLeg(CrmKitLeg.open(b -> b.dataSource(source)), tenant),
          JdbcLeg::new,
          HibernateLeg::new,
          LimitLeg::new);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<Leg> legs = new ArrayList<>();
  private final List<CountingDataSource> counters = new ArrayList<>();

  private Legs() {}

  /** As a host would have them. */
  static Legs plain(Database database, String tenant) {
    Legs legs = new Legs();
    for (Maker maker : MAKERS) {
      HikariDataSource pool = database.pool();
      legs.open.add(pool);
      legs.add(maker.make(pool, tenant));
    }
    return legs;
  }

  /** Watched. */
  static Legs counted(Database database, String tenant) {
    Legs legs = new Legs();
    for (Maker maker : MAKERS) {
      HikariDataSource pool = database.countedPool();
      legs.open.add(pool);
      CountingDataSource counter = CountingDataSource.around(pool);
      legs.counters.add(counter);
      legs.add(maker.make(counter, tenant));
    }
    return legs;
  }

  private void add(Leg leg) {
    legs.add(leg);
    open.add(leg);
  }

  int size() {
    return legs.size();
  }

  Leg get(int index) {
    return legs.get(index);
  }

  CountingDataSource counter(int index) {
    return counters.get(index);
  }

  @Override
  public void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }
}
