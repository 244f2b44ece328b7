package io.crmkit.api.environment;

import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That an item became different. Immutable.
 *
 * @param difference what became of it
 * @param source the change that tells it, or the snapshot in which it was found
 * @param time when it was made or, in a snapshot, found; recorded when and by whom
 * @param notBefore if it was found in a snapshot: when the category had last been looked at, so
 *     that it happened in between; null if the moment is known
 * @param note what was said with the record; null if nothing
 */
public record EnvironmentHappening(
    EnvironmentDifference difference,
    EntityRef source,
    RecordedTime time,
    @Nullable Instant notBefore,
    @Nullable String note) {

  public EnvironmentHappening {
    Objects.requireNonNull(difference, "difference");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(time, "time");
  }
}
