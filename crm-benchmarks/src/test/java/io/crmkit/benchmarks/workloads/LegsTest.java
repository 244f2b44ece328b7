package io.crmkit.benchmarks.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Crm;
import io.crmkit.api.customer.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared is the same work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegsTest {

  private static final String TENANT = "reads";
  private static final int CUSTOMERS = 50;

  private Database database;
  private HikariDataSource pool;
  private Crm crm;
  private List<UUID> customers;

  @BeforeAll
  void start() {
    database = Database.at(null);
    pool = database.pool();
    crm = CrmKitLeg.open(b -> b.dataSource(pool));
    CrmKitLeg leg = new CrmKitLeg(crm, TENANT);
    Filling.definePipeline(leg.session());
    customers = Filling.customers(leg.session(), CUSTOMERS);
    Filling.opportunities(leg.session(), 200, customers);
  }

  @AfterAll
  void stop() {
    crm.close();
    pool.close();
    database.close();
  }

  @Test
  void everyLegAnswersTheSame() throws Exception {
    UUID id = customers.get(7);

    try (Legs legs = Legs.plain(database, TENANT)) {
      Customer customer = legs.get(0).customer(id);
      assertThat(customer.contactPoints()).hasSize(2);
      for (int i = 1; i < legs.size(); i++) {
        Leg leg = legs.get(i);
        assertThat(leg.customer(id)).as(leg.name()).isEqualTo(customer);
        assertThat(leg.reachedBy(Inputs.phone(7))).as(leg.name()).containsExactly(customer);
        assertThat(leg.totals())
            .as(leg.name())
            .hasSize(Inputs.STAGES.size())
            .isEqualTo(legs.get(0).totals());
      }
    }
  }

  @Test
  void bothJdbcLegsWriteExactlyTheRowsThatCrmKitWrites() throws Exception {
    List<Map<String, List<String>>> written = new ArrayList<>();
    List<String> tables = new ArrayList<>(SameRows.BUSINESS_TABLES);
    tables.addAll(SameRows.KERNEL_TABLES);

    for (int leg : List.of(0, 1, 3)) {
      written.add(SameRows.of(pool, workedBy(leg), tables));
    }

    assertThat(written.get(0).get("crm_audit")).hasSize(1 + 1 + 3 + 2 * 5);
    assertThat(written.get(0).get("crm_event")).hasSize(1 + 3 + 2 * 5);
    assertThat(written.get(1)).isEqualTo(written.get(0));
    assertThat(written.get(2)).isEqualTo(written.get(0));
  }

  @Test
  void hibernateWritesTheSameBusinessRowsButForWhereVersionsBegin() throws Exception {
    Map<String, List<String>> ours = business(workedBy(0));
    Map<String, List<String>> hibernate = business(workedBy(2));

    assertThat(hibernate).isEqualTo(ours);
  }

  /** Statements, round trips, and bytes with room for other virtual machines. */
  @ParameterizedTest
  @CsvSource({
    "W1, 12, 3, 80000",
    "W2, 36, 11, 300000",
    "R1, 1, 1, 20000",
    "R2, 1, 1, 40000",
    "R3, 1, 1, 100000"
  })
  void whatAnOperationCostsCrmKitIsKnown(
      Workload workload, double statements, double roundTrips, double mostBytes) throws Exception {
    try (Legs watched = Legs.counted(database, TENANT);
        Legs plain = Legs.plain(database, TENANT)) {
      Filling.firstCustomer(new CrmKitLeg(crm, TENANT).session());
      Inputs inputs = new Inputs(customers, 3);

      Costs costs =
          Costs.onTheWire(() -> workload.once(watched.get(0), inputs), watched.counter(0))
              .withBytesOf(() -> workload.once(plain.get(0), inputs));

      assertThat(costs.statements()).isEqualTo(statements);
      assertThat(costs.roundTrips()).isEqualTo(roundTrips);
      assertThat(costs.bytes()).isLessThan(mostBytes);
    }
  }

  private Map<String, List<String>> business(String tenant) throws Exception {
    Map<String, List<String>> rows = SameRows.of(pool, tenant, SameRows.BUSINESS_TABLES);
    rows.replaceAll(
        (table, all) ->
            all.stream().map(r -> r.replaceAll("\"version\": [0-9]+", "\"version\": 0")).toList());
    return rows;
  }

  /** A tenant of its own in which a leg has done the writing workloads. */
  private String workedBy(int maker) {
    String tenant = "writes-" + UUID.randomUUID();
    CrmKitLeg setUp = new CrmKitLeg(crm, tenant);
    Filling.definePipeline(setUp.session());
    UUID customer = Filling.firstCustomer(setUp.session());
    try (HikariDataSource own = database.pool();
        Leg leg = Legs.MAKERS.get(maker).make(own, tenant)) {
      Inputs inputs = new Inputs(List.of(customer), 1);
      for (int i = 0; i < 3; i++) {
        Workload.W1.once(leg, inputs);
      }
      for (int i = 0; i < 2; i++) {
        Workload.W2.once(leg, inputs);
      }
    }
    return tenant;
  }
}
