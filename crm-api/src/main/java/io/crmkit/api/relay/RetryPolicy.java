package io.crmkit.api.relay;

import java.time.Duration;

/**
 * How often, and after which pauses, work that failed is tried again. The pause doubles with each
 * failure, from the first to the longest; up to a quarter of it is added by chance, so that what
 * failed together does not come back together.
 *
 * @param attempts how often it is tried before it is parked, at least 1
 * @param firstPause after the first failure, longer than zero
 * @param longestPause no pause is longer, but for what chance adds
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least one attempt is needed: " + attempts);
    }
    if (firstPause.isZero() || firstPause.isNegative()) {
      throw new IllegalArgumentException("the first pause is not longer than zero: " + firstPause);
    }
    if (longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "the longest pause is shorter than the first: " + longestPause);
    }
  }

  /** Ten attempts, after 1, 2, 4 .. seconds, at most ten minutes: some nine minutes in all. */
  public static RetryPolicy standard() {
    return new RetryPolicy(10, Duration.ofSeconds(1), Duration.ofMinutes(10));
  }
}
