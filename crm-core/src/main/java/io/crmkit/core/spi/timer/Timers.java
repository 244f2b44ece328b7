package io.crmkit.core.spi.timer;

import java.time.Instant;
import java.util.Optional;

/**
 * The timers of a unit of work's tenant. All changes are part of the transaction. For the one
 * thread that runs the unit of work.
 */
public interface Timers {

  /**
   * Sets the timer, or sets it anew whatever it was: its due time, its payload, its failures.
   *
   * @param due when it fires; at once if that has passed
   * @param payload a record of the class that the handler was registered with; kept as JSON
   * @throws IllegalArgumentException if no module registers the handler, or for another payload
   */
  void set(TimerKey key, Instant due, Object payload);

  /**
   * Gives the timer another due time; its payload stays.
   *
   * @return false if there is no such timer, perhaps because it has fired
   */
  boolean move(TimerKey key, Instant due);

  /**
   * Takes the timer away.
   *
   * @return false if there is no such timer, perhaps because it has fired
   */
  boolean cancel(TimerKey key);

  /** When the timer fires; empty if there is none. */
  Optional<Instant> due(TimerKey key);
}
