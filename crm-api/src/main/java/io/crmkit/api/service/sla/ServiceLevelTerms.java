package io.crmkit.api.service.sla;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.ResponseMode;
import io.crmkit.api.service.WaitingReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a service level promises: targets by priority, the calendar they are counted by, which
 * clocks stand still while a request waits, and in which ways help is given. Immutable and
 * thread-safe.
 *
 * @param calendar the key of the business calendar
 * @param targets the promises, at most one for each priority and clock
 * @param pauses for each reason to wait, the clocks that stand still; a reason not named stops none
 * @param modes the ways in which help is given; none named means any
 */
public record ServiceLevelTerms(
    String calendar,
    List<SlaTarget> targets,
    Map<WaitingReason, Set<SlaClock>> pauses,
    Set<ResponseMode> modes) {

  /**
   * The usual rule: what the customer causes stops every clock, an agreed date stops all but the
   * response, and what is our own affair (third parties, parts) stops none.
   */
  public static final Map<WaitingReason, Set<SlaClock>> USUAL_PAUSES =
      Map.of(
          WaitingReason.CUSTOMER, Set.of(SlaClock.values()),
          WaitingReason.APPOINTMENT, Set.of(SlaClock.RESOLUTION, SlaClock.VENDOR));

  /**
   * @throws IllegalArgumentException if a priority has two targets for one clock
   */
  public ServiceLevelTerms {
    Objects.requireNonNull(calendar, "calendar");
    targets = List.copyOf(targets);
    Set<List<Object>> seen = new HashSet<>();
    for (SlaTarget target : targets) {
      if (!seen.add(List.of(target.priority(), target.clock()))) {
        throw new IllegalArgumentException(
            "two targets for " + target.priority() + " " + target.clock());
      }
    }
    Map<WaitingReason, Set<SlaClock>> copy = new EnumMap<>(WaitingReason.class);
    pauses.forEach((reason, clocks) -> copy.put(reason, Set.copyOf(clocks)));
    pauses = Collections.unmodifiableMap(copy);
    modes = Set.copyOf(modes);
  }

  /** Terms without targets, with the usual pauses. */
  public static ServiceLevelTerms on(String calendar) {
    return new ServiceLevelTerms(calendar, List.of(), USUAL_PAUSES, Set.of());
  }

  /** These terms with a target in business hours for response and one for resolution. */
  public ServiceLevelTerms with(Priority priority, Duration response, Duration resolution) {
    return with(new SlaTarget(priority, SlaClock.RESPONSE, response, SlaTarget.Hours.BUSINESS))
        .with(new SlaTarget(priority, SlaClock.RESOLUTION, resolution, SlaTarget.Hours.BUSINESS));
  }

  /** These terms with one more target, which replaces one for the same priority and clock. */
  public ServiceLevelTerms with(SlaTarget target) {
    List<SlaTarget> more = new ArrayList<>(targets);
    more.removeIf(t -> t.priority() == target.priority() && t.clock() == target.clock());
    more.add(target);
    return new ServiceLevelTerms(calendar, more, pauses, modes);
  }

  /** These terms with another rule of what stops which clock. */
  public ServiceLevelTerms pausing(Map<WaitingReason, Set<SlaClock>> rule) {
    return new ServiceLevelTerms(calendar, targets, rule, modes);
  }

  /** These terms with help given in these ways only. */
  public ServiceLevelTerms by(ResponseMode... ways) {
    return new ServiceLevelTerms(calendar, targets, pauses, Set.of(ways));
  }

  /** The promise for a priority and clock, if there is one. */
  public Optional<SlaTarget> target(Priority priority, SlaClock clock) {
    return targets.stream()
        .filter(target -> target.priority() == priority && target.clock() == clock)
        .findFirst();
  }

  /** Whether the clock stands still while a request waits for this reason. */
  public boolean pauses(SlaClock clock, WaitingReason reason) {
    return pauses.getOrDefault(reason, Set.of()).contains(clock);
  }
}
