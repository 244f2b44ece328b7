package io.crmkit.api.service.sla;

import io.crmkit.api.service.Priority;
import java.time.Duration;
import java.util.Objects;

/**
 * One promise: within how much time something happens.
 *
 * @param priority the priority of the requests it is made for
 * @param clock what is promised
 * @param budget the time allowed, more than zero, at most ten years of 365 days
 * @param hours by which time it is counted
 */
public record SlaTarget(Priority priority, SlaClock clock, Duration budget, Hours hours) {

  private static final Duration LONGEST = Duration.ofDays(3650);

  /** By which time a budget is counted. */
  public enum Hours {
    /** The working time of the service level's business calendar. */
    BUSINESS,
    /** Every hour of every day, whatever the calendar says. */
    ROUND_THE_CLOCK
  }

  /**
   * @throws IllegalArgumentException if the budget is not positive or longer than ten years
   */
  public SlaTarget {
    Objects.requireNonNull(priority, "priority");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(hours, "hours");
    if (budget.isNegative() || budget.isZero() || budget.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a target needs more than zero and at most ten years: " + budget);
    }
  }
}
