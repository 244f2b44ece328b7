package io.crmkit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. Safe for many threads. */
public final class MutableClock implements InstantSource {

  /** When every run of a test begins: a Monday morning. */
  public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  /** Sets the clock, forwards or backwards. */
  public void set(Instant moment) {
    now = moment;
  }

  /** Moves the clock on, or back by a negative duration. */
  public synchronized Instant advance(Duration duration) {
    now = now.plus(duration);
    return now;
  }
}
