package io.crmkit.api.environment;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing in a runtime environment. Immutable; sorted by category and key.
 *
 * @param category what it is part of
 * @param key names it within the category, such as {@code "kernel"} or {@code "ERP client"}; 1 to
 *     200 characters, compared letter for letter
 * @param value what there is of it
 */
public record EnvironmentItem(EnvironmentCategory category, String key, EnvironmentValue value)
    implements Comparable<EnvironmentItem> {

  private static final Comparator<EnvironmentItem> ORDER =
      Comparator.comparing(EnvironmentItem::category)
          .thenComparing(EnvironmentItem::key)
          .thenComparing(i -> i.value().toString());

  public EnvironmentItem {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }

  /** An item that is told by a text. */
  public static EnvironmentItem of(EnvironmentCategory category, String key, String text) {
    return new EnvironmentItem(category, key, EnvironmentValue.of(text));
  }

  /** A piece of software, or whatever else has no more to tell than its version. */
  public static EnvironmentItem versioned(
      EnvironmentCategory category, String key, String version) {
    return new EnvironmentItem(category, key, new EnvironmentValue("", version, null));
  }

  @Override
  public int compareTo(EnvironmentItem other) {
    return ORDER.compare(this, other);
  }
}
