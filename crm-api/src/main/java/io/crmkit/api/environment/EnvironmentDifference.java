package io.crmkit.api.environment;

import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One item in which two environments differ. Immutable.
 *
 * @param category what it is part of
 * @param key its name within the category
 * @param before what it is in the first; null if it is not there
 * @param after what it is in the second; null if it is not there
 */
public record EnvironmentDifference(
    EnvironmentCategory category,
    String key,
    @Nullable EnvironmentValue before,
    @Nullable EnvironmentValue after) {

  /** How an item differs. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** What became of an item's version. */
  public enum VersionStep {
    /** The second is newer: 1.10 after 1.9. */
    UP,
    /** The second is older. */
    DOWN,
    /** Both are the same version, however they are written. */
    SAME,
    /** One is missing, or they follow no order that is known. */
    NOT_COMPARABLE
  }

  static final Comparator<EnvironmentDifference> ORDER =
      Comparator.comparing(EnvironmentDifference::category)
          .thenComparing(EnvironmentDifference::key);

  public EnvironmentDifference {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(key, "key");
    if (Objects.equals(before, after)) {
      throw new IllegalArgumentException("no difference in " + category + "/" + key);
    }
  }

  public Kind kind() {
    if (before == null) {
      return Kind.ADDED;
    }
    return after == null ? Kind.REMOVED : Kind.CHANGED;
  }

  /** Whether the version went up or down, where that can be told. */
  public VersionStep versionStep() {
    String from = before == null ? null : before.version();
    String to = after == null ? null : after.version();
    OptionalInt order =
        from == null || to == null ? OptionalInt.empty() : VersionOrder.compare(to, from);
    if (order.isEmpty()) {
      return VersionStep.NOT_COMPARABLE;
    }
    int step = order.getAsInt();
    return step == 0 ? VersionStep.SAME : step > 0 ? VersionStep.UP : VersionStep.DOWN;
  }

  /** The same difference seen from the other side. */
  public EnvironmentDifference mirrored() {
    return new EnvironmentDifference(category, key, after, before);
  }
}
