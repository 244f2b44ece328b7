package io.crmkit.assets.environment;

import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.assets.environment.EnvironmentContent.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How contents are made of items, and items of contents. Pure. */
final class ContentPacking {

  /**
   * A difference has at most one entry for so many items. With some changes per look, the entries
   * of all differences to one complete content then are a few times its size.
   */
  private static final int ITEMS_PER_ENTRY = 16;

  private ContentPacking() {}

  /** All items. */
  static List<Entry> complete(SortedMap<String, EnvironmentValue> items) {
    List<Entry> entries = new ArrayList<>(items.size());
    items.forEach((key, value) -> entries.add(new Entry(key, value)));
    return entries;
  }

  /** The difference to a complete content; null if it is not worth being one. */
  static @Nullable List<Entry> difference(
      Map<String, EnvironmentValue> base, SortedMap<String, EnvironmentValue> items) {
    List<Entry> entries = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(base.keySet());
    keys.addAll(items.keySet());
    for (String key : keys) {
      @Nullable EnvironmentValue value = items.get(key);
      if (value == null || !value.equals(base.get(key))) {
        entries.add(new Entry(key, value));
      }
    }
    return entries.size() * ITEMS_PER_ENTRY > items.size() ? null : entries;
  }

  /** The items of a content. */
  static SortedMap<String, EnvironmentValue> items(
      Map<String, EnvironmentValue> base, List<Entry> entries) {
    TreeMap<String, EnvironmentValue> items = new TreeMap<>(base);
    for (Entry entry : entries) {
      EnvironmentValue value = entry.value();
      if (value == null) {
        items.remove(entry.itemKey());
      } else {
        items.put(entry.itemKey(), value);
      }
    }
    return items;
  }
}
