package io.crmkit.api.environment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment believed at a moment. Immutable.
 *
 * @param items what is believed to be there, by category and key
 * @param lookedAt when each category was last looked at; of a category that is missing here nothing
 *     is known but what single changes told
 */
public record Environment(List<EnvironmentItem> items, Map<EnvironmentCategory, Instant> lookedAt) {

  public Environment {
    items = items.stream().sorted().toList();
    lookedAt = Map.copyOf(lookedAt);
  }

  /** The value of an item; empty if it is not there, or not known. */
  public Optional<EnvironmentValue> value(EnvironmentCategory category, String key) {
    return items.stream()
        .filter(i -> i.category() == category && i.key().equals(key))
        .map(EnvironmentItem::value)
        .findFirst();
  }

  /**
   * What is different in another environment. Items that only one of the two has are told where
   * both were looked at; of other categories only what both have is compared.
   */
  public EnvironmentDiff compareTo(Environment other) {
    return EnvironmentDiff.between(this, other);
  }
}
