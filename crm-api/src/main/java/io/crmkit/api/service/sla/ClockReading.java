package io.crmkit.api.service.sla;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A clock as it stands at one moment, with everything that explains its deadline.
 *
 * @param clock which clock
 * @param status how it stands
 * @param target the promise in force
 * @param times start, stop, deadline
 * @param used the time counted so far
 * @param elapsed what was counted and left out from the start to the stop, or to the moment of the
 *     reading; the counted ones sum to {@code used}
 * @param ahead what will be counted and left out from there to the deadline, if nothing changes;
 *     empty once the budget is used up
 */
public record ClockReading(
    SlaClock clock,
    ClockStatus status,
    SlaTarget target,
    ClockTimes times,
    Duration used,
    List<ClockSegment> elapsed,
    List<ClockSegment> ahead) {

  public ClockReading {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(used, "used");
    elapsed = List.copyOf(elapsed);
    ahead = List.copyOf(ahead);
  }

  /** What is left of the budget; negative by what was counted beyond it. */
  public Duration remaining() {
    return target.budget().minus(used);
  }
}
