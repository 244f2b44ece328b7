package io.crmkit.api.asset;

import java.time.Instant;
import java.util.Objects;

/**
 * A question's two times: what was true at the one moment, as it was known at the other.
 *
 * @param at the moment that is asked about
 * @param asKnownOn what was recorded up to this moment, it included, counts; nothing later
 */
public record TwoTimes(Instant at, Instant asKnownOn) {

  public TwoTimes {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(asKnownOn, "asKnownOn");
  }

  /** What was true at a moment, by all that is known by now. */
  public static TwoTimes at(Instant moment) {
    return new TwoTimes(moment, Instant.MAX);
  }

  /** The same moment, as known at another. */
  public TwoTimes asKnownOn(Instant known) {
    return new TwoTimes(at, known);
  }
}
