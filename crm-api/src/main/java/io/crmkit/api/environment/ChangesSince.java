package io.crmkit.api.environment;

import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.Objects;

/**
 * The question what changed in an environment since it last worked.
 *
 * @param subject whose environment
 * @param since the moment, as known now
 * @param limit so many differences are enough, 1 to 10,000; those of one moment are never parted
 */
public record ChangesSince(EntityRef subject, Instant since, int limit) {

  /** The greatest limit. */
  public static final int MAX_LIMIT = 10_000;

  public ChangesSince {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(since, "since");
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
    }
  }

  /** With the greatest limit. */
  public static ChangesSince of(EntityRef subject, Instant since) {
    return new ChangesSince(subject, since, MAX_LIMIT);
  }
}
