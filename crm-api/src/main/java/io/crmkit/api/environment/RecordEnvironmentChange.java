package io.crmkit.api.environment;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A single change. When it was made is the session's {@code occurredAt}.
 *
 * @param subject whose environment: a unit, a customer, or what another module keeps
 * @param kind what was done
 * @param category what the item is part of
 * @param key the item's name within the category
 * @param value what it is since; null if, and only if, it was removed
 * @param note why, or by which work, up to 1,000 characters; null for nothing
 */
public record RecordEnvironmentChange(
    EntityRef subject,
    EnvironmentChangeKind kind,
    EnvironmentCategory category,
    String key,
    @Nullable EnvironmentValue value,
    @Nullable String note) {

  public RecordEnvironmentChange {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(key, "key");
  }

  public static RecordEnvironmentChange installed(EntityRef subject, EnvironmentItem item) {
    return of(subject, EnvironmentChangeKind.INSTALLED, item);
  }

  public static RecordEnvironmentChange updated(EntityRef subject, EnvironmentItem item) {
    return of(subject, EnvironmentChangeKind.UPDATED, item);
  }

  public static RecordEnvironmentChange removed(
      EntityRef subject, EnvironmentCategory category, String key) {
    return new RecordEnvironmentChange(
        subject, EnvironmentChangeKind.REMOVED, category, key, null, null);
  }

  public RecordEnvironmentChange noting(String text) {
    return new RecordEnvironmentChange(subject, kind, category, key, value, text);
  }

  private static RecordEnvironmentChange of(
      EntityRef subject, EnvironmentChangeKind kind, EnvironmentItem item) {
    return new RecordEnvironmentChange(
        subject, kind, item.category(), item.key(), item.value(), null);
  }
}
