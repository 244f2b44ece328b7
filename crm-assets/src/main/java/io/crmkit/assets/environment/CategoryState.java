package io.crmkit.assets.environment;

import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentDifference;
import io.crmkit.api.environment.EnvironmentValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one category while its records are followed in the order of time. Pure, but
 * mutable: for one thread.
 */
final class CategoryState {

  private final EnvironmentCategory category;
  private final SortedMap<String, EnvironmentValue> items = new TreeMap<>();
  private @Nullable Instant lookedAt;

  CategoryState(EnvironmentCategory category) {
    this.category = category;
  }

  SortedMap<String, EnvironmentValue> items() {
    return items;
  }

  /** When it was last looked at; null if it never was. */
  @Nullable Instant lookedAt() {
    return lookedAt;
  }

  /**
   * It was looked at.
   *
   * @return in what the category is different; at the first look only what was known before counts,
   *     for of everything else nobody knows when it came
   */
  List<EnvironmentDifference> look(Instant at, Map<String, EnvironmentValue> found) {
    TreeSet<String> keys = new TreeSet<>(items.keySet());
    keys.addAll(found.keySet());
    List<EnvironmentDifference> differences = new ArrayList<>();
    for (String key : keys) {
      @Nullable EnvironmentValue before = items.get(key);
      @Nullable EnvironmentValue after = found.get(key);
      if (!Objects.equals(before, after) && (lookedAt != null || before != null)) {
        differences.add(new EnvironmentDifference(category, key, before, after));
      }
    }
    items.clear();
    items.putAll(found);
    lookedAt = at;
    return differences;
  }

  /**
   * An item was changed.
   *
   * @param after what it is since; null if it was removed
   * @return in what the category is different; empty if the item was so already
   */
  List<EnvironmentDifference> change(String key, @Nullable EnvironmentValue after) {
    @Nullable EnvironmentValue before = after == null ? items.remove(key) : items.put(key, after);
    return Objects.equals(before, after)
        ? List.of()
        : List.of(new EnvironmentDifference(category, key, before, after));
  }
}
