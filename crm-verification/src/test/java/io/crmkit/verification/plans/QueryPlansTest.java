package io.crmkit.verification.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.examples.quickstart.Story;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryClock;
import io.crmkit.examples.quickstart.story.StoryFacts;
import io.crmkit.testkit.storage.DatabasePlace;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * At 200,000 rows in every table that grows, on a PostgreSQL that sorts as people do, every search
 * that is promised to have an index has one, and no statement of the library reads a whole table.
 */
@Tag("slow") // fills the tables for some minutes
class QueryPlansTest {

  /** New for each run, since the database may be kept. */
  private static final String TINY = "tiny-" + UUID.randomUUID();

  /** A database to be filled, or one that was filled before, while one works on indexes. */
  private static final String DATABASE = "crmkit.test.plans.url";

  private static TestPlace place;
  private static Map<String, Double> costs;
  private static Declared declared;

  @BeforeAll
  static void fill() throws SQLException {
    String url = System.getProperty(DATABASE, "");
    place = url.isEmpty() ? PostgresStorage.sortingAsPeopleDo() : DatabasePlace.at(url, null);
    DataSource database = place.dataSource().orElseThrow();
    Crm.builder(AccessPolicy.allowAll())
        .dataSource(database)
        .delivery(CrmBuilder.Delivery.MANUAL)
        .open()
        .close();
    declared = new Declared();
    costs = LargeTables.fill(database, declared.models());
    assertThat(costs).hasSizeGreaterThan(40);
  }

  @AfterAll
  static void close() {
    place.close();
  }

  @Test
  void everySearchThatPromisesAnIndexIsServedByOne() {
    AllowedSearches allowed = AllowedSearches.read();
    PlanWatch watch = new PlanWatch(TINY, LargeTables.TENANT);
    List<String> faults = new ArrayList<>();
    Set<Asked> slow = new HashSet<>();
    int explained = 0;
    try (Crm crm =
        Crm.builder(AccessPolicy.allowAll())
            .dataSource(watch.watch(place.dataSource().orElseThrow()))
            .delivery(CrmBuilder.Delivery.MANUAL)
            .module(new SearchModule())
            .open()) {
      CrmSession session = crm.session(new TenantId(TINY), Actor.of("lily"));
      SearchModule.Searches searches = session.get(SearchModule.Searches.class);
      for (Declared.Searched searched : declared.promises()) {
        for (Asked asked : Asked.of(searched)) {
          watch.take();
          asked.by(searches);
          for (Plan plan : watch.take()) {
            if (plan.reads(costs)) {
              explained++;
              List<String> found = plan.faults(costs);
              if (!found.isEmpty()) {
                slow.add(asked);
                if (!allowed.has(asked)) {
                  faults.add(asked.name() + ": " + found);
                }
              }
            }
          }
        }
      }
    }

    assertThat(explained).as("searches of large tables").isGreaterThan(500);
    assertThat(faults).as("searches without an index").isEmpty();
    assertThat(allowed.without(slow)).as("allowed without need").isEmpty();
  }

  /**
   * A whole deal from the lead to the served machine, told for a tenant of its own, with all that
   * the relay, the operator and the retention do: each statement explained for the large tenant.
   */
  @Test
  void noStatementOfTheStoryReadsAWholeTable(@TempDir Path folder) {
    PlanWatch watch = new PlanWatch(TINY, LargeTables.TENANT);
    StoryFacts facts = StoryFacts.english();
    StoryClock clock = new StoryClock(facts.beginning());
    ErpLike erp = new ErpLike();
    try (Crm crm =
        Crm.builder(AccessPolicy.allowAll())
            .dataSource(watch.watch(place.dataSource().orElseThrow()))
            .delivery(CrmBuilder.Delivery.MANUAL)
            .clock(clock)
            .tenants(tenant -> facts.profile())
            .port(ErpOrderPort.class, erp)
            .open()) {
      watch.take();
      CrmSession session = crm.session(new TenantId(TINY), Actor.of("lily"));
      Story.tell(new Scene(session, clock, erp, folder), facts, line -> {});
      Operations.ofOneDay(crm, session);
    }
    List<Plan> plans = watch.take();

    AllowedStatements allowed = AllowedStatements.read();
    Set<String> faults = new TreeSet<>();
    for (Plan plan : plans) {
      List<String> found = plan.faults(costs);
      if (!found.isEmpty() && !allowed.has(plan.sql())) {
        faults.add(found + " " + plan.sql());
      }
    }
    assertThat(plans.stream().map(Plan::sql).distinct()).hasSizeGreaterThan(150);
    assertThat(faults).as("statements without an index").isEmpty();
    assertThat(allowed.idle()).as("allowed without need").isEmpty();
  }
}
