package io.crmkit.assets.environment;

import static io.crmkit.api.environment.EnvironmentCategory.SOFTWARE;
import static io.crmkit.assets.environment.EnvironmentSamples.software;
import static io.crmkit.assets.environment.EnvironmentSamples.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is not different is not stored again, on every storage. */
class EnvironmentStorageContractTest {

  private static final int ITEMS = 5_000;

  @OnEveryStorage
  void five_thousand_items_with_three_changes_cost_three_entries(TestCrm crm) {
    EntityRef unit = unit(crm);
    List<EnvironmentItem> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(software(String.format("package-%04d", i), "1." + i));
    }
    record(crm, unit, items);
    Map<String, Integer> before = rows(crm);

    items.set(7, software("package-0007", "2.0"));
    items.remove(4_000);
    items.add(software("package-new", "1"));
    EnvironmentSnapshot second = record(crm, unit, items);
    Map<String, Integer> after = rows(crm);

    if (hasRows(crm)) {
      assertThat(grown(before, after))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "crm_environment_content", 1,
                  "crm_environment_entry", 3,
                  "crm_environment_snapshot", 1,
                  "crm_environment_coverage", 1));
    }
    assertThat(crm.get(Environments.class).items(second.id())).hasSize(ITEMS);

    EnvironmentSnapshot third = record(crm, unit, items);
    if (hasRows(crm)) {
      assertThat(grown(after, rows(crm)))
          .as("the same again")
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("crm_environment_snapshot", 1, "crm_environment_coverage", 1));
    }
    assertThat(third.covered()).isEqualTo(second.covered());
    assertThat(EnvironmentSamples.present(crm, unit)).isEqualTo(items.stream().sorted().toList());
  }

  @OnEveryStorage
  void differences_grow_until_they_are_worth_a_complete_content(TestCrm crm) {
    EntityRef unit = unit(crm);
    List<EnvironmentItem> items = new ArrayList<>();
    for (int i = 0; i < 160; i++) {
      items.add(software(String.format("p%03d", i), "1"));
    }
    record(crm, unit, items);
    List<Integer> entries = new ArrayList<>();

    for (int day = 0; day < 5; day++) {
      for (int i = 0; i < 4; i++) {
        int place = day * 4 + i;
        items.set(place, software(String.format("p%03d", place), "2"));
      }
      int before = rows(crm).getOrDefault("crm_environment_entry", 0);
      EnvironmentSnapshot snapshot = record(crm, unit, items);
      entries.add(rows(crm).getOrDefault("crm_environment_entry", 0) - before);
      assertThat(crm.get(Environments.class).items(snapshot.id())).isEqualTo(items);
    }

    if (hasRows(crm)) {
      assertThat(entries).containsExactly(4, 8, 160, 4, 8);
    }
  }

  private static EnvironmentSnapshot record(
      TestCrm crm, EntityRef unit, List<EnvironmentItem> items) {
    crm.clock().advance(Duration.ofDays(1));
    return crm.get(Environments.class)
        .record(RecordSnapshot.partial(unit, Set.of(SOFTWARE), items));
  }

  /** Memory keeps records, parts and all, and has no rows to count. */
  private static boolean hasRows(TestCrm crm) {
    return crm.dataSource().isPresent();
  }

  /** How many rows each table of environments has. */
  private static Map<String, Integer> rows(TestCrm crm) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    crm.fingerprint()
        .rows()
        .forEach(
            (table, lines) -> {
              if (table.startsWith("crm_environment")) {
                counts.put(table, lines.size());
              }
            });
    return counts;
  }

  private static Map<String, Integer> grown(
      Map<String, Integer> before, Map<String, Integer> after) {
    Map<String, Integer> grown = new LinkedHashMap<>();
    after.forEach(
        (table, count) -> {
          int more = count - before.getOrDefault(table, 0);
          if (more != 0) {
            grown.put(table, more);
          }
        });
    return grown;
  }
}
