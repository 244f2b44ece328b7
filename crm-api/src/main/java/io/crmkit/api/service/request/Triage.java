package io.crmkit.api.service.request;

import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.Urgency;
import java.util.Objects;

/**
 * How much a request matters. The priority follows from impact and urgency by the usual matrix
 * (ITIL): the two ranks, counted from 0, are added; 0 and 1 are critical, 2 is high, 3 is medium,
 * more is low.
 *
 * @param impact how much is affected
 * @param urgency how fast the damage grows
 * @param priority what follows from both
 */
public record Triage(Impact impact, Urgency urgency, Priority priority) {

  /**
   * @throws IllegalArgumentException if the priority is not the one that follows
   */
  public Triage {
    Objects.requireNonNull(impact, "impact");
    Objects.requireNonNull(urgency, "urgency");
    if (priority != priorityOf(impact, urgency)) {
      throw new IllegalArgumentException(
          impact + " and " + urgency + " do not give priority " + priority);
    }
  }

  /** The triage that follows from impact and urgency. */
  public static Triage of(Impact impact, Urgency urgency) {
    return new Triage(impact, urgency, priorityOf(impact, urgency));
  }

  private static Priority priorityOf(Impact impact, Urgency urgency) {
    return switch (impact.ordinal() + urgency.ordinal()) {
      case 0, 1 -> Priority.CRITICAL;
      case 2 -> Priority.HIGH;
      case 3 -> Priority.MEDIUM;
      default -> Priority.LOW;
    };
  }
}
