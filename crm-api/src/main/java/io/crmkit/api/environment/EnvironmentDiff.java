package io.crmkit.api.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In what two environments differ. Immutable.
 *
 * @param differences by category and key
 * @param incomplete categories that were not looked at on both sides, and of which something is
 *     known on one: what only one side has there is not told
 */
public record EnvironmentDiff(
    List<EnvironmentDifference> differences, Set<EnvironmentCategory> incomplete) {

  public EnvironmentDiff {
    differences = differences.stream().sorted(EnvironmentDifference.ORDER).toList();
    incomplete = Set.copyOf(incomplete);
  }

  /** Whether nothing is known to differ. */
  public boolean isEmpty() {
    return differences.isEmpty();
  }

  /** The differences in one category. */
  public List<EnvironmentDifference> in(EnvironmentCategory category) {
    return differences.stream().filter(d -> d.category() == category).toList();
  }

  /** The same seen from the other side. */
  public EnvironmentDiff mirrored() {
    return new EnvironmentDiff(
        differences.stream().map(EnvironmentDifference::mirrored).toList(), incomplete);
  }

  /** The items of the first environment made those of the second, as far as both are known. */
  public List<EnvironmentItem> applyTo(Collection<EnvironmentItem> items) {
    Map<Place, EnvironmentValue> result = byPlace(items);
    for (EnvironmentDifference difference : differences) {
      Place place = new Place(difference.category(), difference.key());
      EnvironmentValue after = difference.after();
      if (after == null) {
        result.remove(place);
      } else {
        result.put(place, after);
      }
    }
    List<EnvironmentItem> applied = new ArrayList<>();
    result.forEach((p, value) -> applied.add(new EnvironmentItem(p.category(), p.key(), value)));
    return List.copyOf(applied);
  }

  static EnvironmentDiff between(Environment first, Environment second) {
    Map<Place, EnvironmentValue> before = byPlace(first.items());
    Map<Place, EnvironmentValue> after = byPlace(second.items());
    Set<Place> places = new TreeSet<>(before.keySet());
    places.addAll(after.keySet());
    Set<EnvironmentCategory> incomplete = new TreeSet<>();
    first.lookedAt().keySet().stream()
        .filter(c -> !second.lookedAt().containsKey(c))
        .forEach(incomplete::add);
    second.lookedAt().keySet().stream()
        .filter(c -> !first.lookedAt().containsKey(c))
        .forEach(incomplete::add);
    List<EnvironmentDifference> found = new ArrayList<>();
    for (Place place : places) {
      boolean complete =
          first.lookedAt().containsKey(place.category())
              && second.lookedAt().containsKey(place.category());
      @Nullable EnvironmentValue was = before.get(place);
      @Nullable EnvironmentValue is = after.get(place);
      if (!complete) {
        incomplete.add(place.category());
      }
      if (!Objects.equals(was, is) && (complete || (was != null && is != null))) {
        found.add(new EnvironmentDifference(place.category(), place.key(), was, is));
      }
    }
    return new EnvironmentDiff(found, incomplete);
  }

  private static Map<Place, EnvironmentValue> byPlace(Collection<EnvironmentItem> items) {
    Map<Place, EnvironmentValue> values = new TreeMap<>();
    items.forEach(item -> values.put(new Place(item.category(), item.key()), item.value()));
    return values;
  }

  /** Where an item is. */
  private record Place(EnvironmentCategory category, String key) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byCategory = category.compareTo(other.category);
      return byCategory != 0 ? byCategory : key.compareTo(other.key);
    }
  }
}
