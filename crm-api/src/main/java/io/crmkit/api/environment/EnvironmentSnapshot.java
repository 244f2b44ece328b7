package io.crmkit.api.environment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found when somebody, or a program, looked at an environment. It speaks of the categories
 * it covers, and says nothing of the others. Only ever added; immutable. The items are read with
 * {@link Environments#items}.
 *
 * @param id the snapshot
 * @param version 1, and one more each time it turns out to be of another customer
 * @param subject whose environment
 * @param time when it was taken, when and by whom recorded
 * @param note where it comes from; null if nothing was said
 * @param covered the categories that were looked at, each once, in their order
 */
public record EnvironmentSnapshot(
    EnvironmentSnapshotId id,
    long version,
    EnvironmentSubject subject,
    RecordedTime time,
    @Nullable String note,
    List<EnvironmentCoverage> covered) {

  public EnvironmentSnapshot {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(time, "time");
    covered = List.copyOf(covered);
  }
}
