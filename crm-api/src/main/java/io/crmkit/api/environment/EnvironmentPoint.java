package io.crmkit.api.environment;

import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An environment at a moment.
 *
 * @param subject whose
 * @param at the moment
 * @param asKnownOn what was recorded by then counts; null for all that is recorded now
 */
public record EnvironmentPoint(EntityRef subject, Instant at, @Nullable Instant asKnownOn) {

  public EnvironmentPoint {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(at, "at");
  }

  /** At that moment, as known now. */
  public static EnvironmentPoint of(EntityRef subject, Instant at) {
    return new EnvironmentPoint(subject, at, null);
  }

  public EnvironmentPoint asKnownOn(Instant moment) {
    return new EnvironmentPoint(subject, at, moment);
  }
}
