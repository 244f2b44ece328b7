package io.crmkit.api.service.sla;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a clock.
 *
 * @param startedAt when it began to run
 * @param stoppedAt when it was stopped for good so far; null while it is open
 * @param deadline the last moment at which stopping it keeps the promise; while the clock stands
 *     still, as if it went on at the moment of the reading. Null only if the calendar never offers
 *     enough working time
 * @param firstBreachAt the first deadline that passed, under the target then in force, even if a
 *     later change of priority or contract gave more time; null if none did
 */
public record ClockTimes(
    Instant startedAt,
    @Nullable Instant stoppedAt,
    @Nullable Instant deadline,
    @Nullable Instant firstBreachAt) {

  public ClockTimes {
    Objects.requireNonNull(startedAt, "startedAt");
  }
}
