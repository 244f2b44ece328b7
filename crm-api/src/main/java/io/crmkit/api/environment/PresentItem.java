package io.crmkit.api.environment;

import java.util.Objects;

/**
 * An item as it is believed to be now: what searches over many subjects look through. A projection;
 * snapshots and changes make and remove it. Immutable.
 *
 * @param id the item
 * @param version rises with every change
 * @param subject whose environment
 * @param category what it is part of
 * @param itemKey its name within the category
 * @param value what there is of it
 */
public record PresentItem(
    PresentItemId id,
    long version,
    EnvironmentSubject subject,
    EnvironmentCategory category,
    String itemKey,
    EnvironmentValue value) {

  public PresentItem {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(itemKey, "itemKey");
    Objects.requireNonNull(value, "value");
  }

  /** The item without whose it is. */
  public EnvironmentItem item() {
    return new EnvironmentItem(category, itemKey, value);
  }
}
