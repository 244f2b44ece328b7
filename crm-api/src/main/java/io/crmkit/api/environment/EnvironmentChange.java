package io.crmkit.api.environment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A single change of an environment, known without looking at all of it. Only ever added;
 * immutable.
 *
 * @param id the change
 * @param version 1, and one more each time it turns out to be of another customer
 * @param subject whose environment
 * @param time when it was made, when and by whom recorded
 * @param kind what was done
 * @param category what the item is part of
 * @param itemKey the item's name within the category
 * @param value what it is since; null if it was removed
 * @param note why, or by which work; null if nothing was said
 */
public record EnvironmentChange(
    EnvironmentChangeId id,
    long version,
    EnvironmentSubject subject,
    RecordedTime time,
    EnvironmentChangeKind kind,
    EnvironmentCategory category,
    String itemKey,
    @Nullable EnvironmentValue value,
    @Nullable String note) {

  public EnvironmentChange {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(itemKey, "itemKey");
    if ((value == null) != (kind == EnvironmentChangeKind.REMOVED)) {
      throw new IllegalArgumentException("a value is there unless the item was removed");
    }
  }
}
