package io.crmkit.api.customer.interaction;

import java.time.Instant;
import java.util.Objects;

/**
 * How and when an interaction took place.
 *
 * @param channel over which way
 * @param direction who turned to whom
 * @param at when it took place, or began
 */
public record Exchange(InteractionChannel channel, Direction direction, Instant at) {

  public Exchange {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(at, "at");
  }
}
