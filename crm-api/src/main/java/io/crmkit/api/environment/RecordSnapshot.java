package io.crmkit.api.environment;

import io.crmkit.api.value.EntityRef;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an environment. When it was found is the session's {@code occurredAt}.
 *
 * @param subject whose environment: a unit, a customer, or what another module keeps
 * @param covers the categories that were looked at, at least one; what is not among the items of
 *     these is not there, and of the others nothing is known
 * @param items at most 20,000, no key twice in a category, all of covered categories
 * @param note where it comes from, up to 1,000 characters; null for nothing
 */
public record RecordSnapshot(
    EntityRef subject,
    Set<EnvironmentCategory> covers,
    List<EnvironmentItem> items,
    @Nullable String note) {

  public RecordSnapshot {
    Objects.requireNonNull(subject, "subject");
    covers = Set.copyOf(new TreeSet<>(covers));
    items = List.copyOf(items);
  }

  /** All categories were looked at. */
  public static RecordSnapshot complete(EntityRef subject, List<EnvironmentItem> items) {
    return new RecordSnapshot(subject, Set.of(EnvironmentCategory.values()), items, null);
  }

  /** Only these categories were looked at. */
  public static RecordSnapshot partial(
      EntityRef subject, Set<EnvironmentCategory> covers, List<EnvironmentItem> items) {
    return new RecordSnapshot(subject, covers, items, null);
  }

  public RecordSnapshot noting(String text) {
    return new RecordSnapshot(subject, covers, items, text);
  }
}
