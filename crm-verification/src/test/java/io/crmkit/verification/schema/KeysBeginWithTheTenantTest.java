package io.crmkit.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every primary key, unique key, foreign key and index of every table begins with the tenant, so
 * that a cluster can spread the tables by tenant, and no tenant waits for another's rows.
 */
class KeysBeginWithTheTenantTest {

  /** Lines of {@link NeutralSchema} that may begin with something else, with the reason. */
  private static final Map<String, String> EXCEPTIONS =
      new TreeMap<>(
          Map.of(
              "crm_delivery: index (attempts_due_at, tenant_id, subscriber)",
              "finds the tenants that have deliveries to do; what is due is claimed by tenant",
              "crm_timer: index (attempts_due_at, tenant_id, handler)",
              "finds the tenants that have timers to fire; what is due is claimed by tenant"));

  @TestFactory
  Stream<DynamicTest> everyKeyBeginsWithTheTenant() {
    return TestStorage.every().stream()
        .filter(storage -> !storage.name().equals("MEMORY"))
        .map(storage -> DynamicTest.dynamicTest(storage.name(), () -> check(storage)));
  }

  private static void check(TestStorage storage) throws SQLException {
    SortedSet<String> lines;
    try (TestPlace place = storage.open()) {
      CrmBuilder builder = Crm.builder(AccessPolicy.allowAll());
      place.configure(builder.delivery(CrmBuilder.Delivery.MANUAL));
      builder.open().close();
      lines = NeutralSchema.of(place.dataSource().orElseThrow());
    }

    Set<String> tables = new TreeSet<>();
    Set<String> keyed = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (String line : lines) {
      String table = line.substring(0, line.indexOf(':'));
      tables.add(table);
      if (line.contains(": primary key (tenant_id, ")) {
        keyed.add(table);
      }
      if (isKey(line) && !beginsWithTheTenant(line)) {
        others.add(line);
      }
    }

    assertThat(tables).hasSizeGreaterThan(40).isEqualTo(keyed);
    assertThat(others).isEqualTo(EXCEPTIONS.keySet());
  }

  private static boolean isKey(String line) {
    return Stream.of("primary key", "unique", "foreign key", "index")
        .anyMatch(kind -> line.contains(": " + kind + " ("));
  }

  /** A foreign key does so at both of its ends. */
  private static boolean beginsWithTheTenant(String line) {
    List<String> lists = List.of(line.split("\\("));
    return lists.stream().skip(1).allMatch(list -> list.startsWith("tenant_id"));
  }
}
