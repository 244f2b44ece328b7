package io.crmkit.examples.quickstart.story;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of the story, which moves only when a chapter moves it. Safe for many threads. */
public final class StoryClock implements InstantSource {

  private volatile Instant now;

  public StoryClock(Instant begin) {
    now = begin;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Moves the clock on.
   *
   * @throws IllegalArgumentException if the moment has passed already
   */
  public void moveTo(Instant moment) {
    if (moment.isBefore(now)) {
      throw new IllegalArgumentException("the story is at " + now + " already, not " + moment);
    }
    now = moment;
  }
}
