package io.crmkit.verification.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * At 200,000 rows in every table that grows, on a PostgreSQL that sorts as people do, every search
 * that is promised to have an index has one, and no statement of the library reads a whole table.
 */
class QueryPlansTest {

  private static final String TINY = "tiny";

  private static TestPlace place;
  private static Map<String, Double> costs;
  private static Declared declared;

  @BeforeAll
  static void fill() throws SQLException {
    place = PostgresStorage.sortingAsPeopleDo();
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
    Set<String> slow = new TreeSet<>();
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
                slow.add(searched.name());
                if (!allowed.has(searched.name())) {
                  faults.add(searched.name() + " " + asked.kind() + ": " + found);
                }
              }
            }
          }
        }
      }
    }

    assertThat(explained).as("searches of large tables").isGreaterThan(500);
    assertThat(faults).as("searches without an index").isEmpty();
    assertThat(allowed.names()).as("allowed without need").isSubsetOf(slow);
  }
}
