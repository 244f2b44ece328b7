package io.crmkit.verification.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.List;

/** What nobody holds any more, and the JVM is therefore free to collect. */
final class Garbage {

  private static final int ROUNDS = 100;
  private static final long PAUSE_MILLIS = 50;

  private Garbage() {}

  /**
   * Waits until all of these are collected.
   *
   * @throws AssertionError if some are still held after {@value #ROUNDS} collections
   */
  static void assertCollected(List<? extends Reference<?>> left) throws InterruptedException {
    for (int i = 0; i < ROUNDS && !held(left).isEmpty(); i++) {
      collect();
    }
    assertThat(held(left)).as("still held, of %s that were left", left.size()).isEmpty();
  }

  /** Asks for a collection, and gives it a moment: cleaners do their part in threads of theirs. */
  static void collect() throws InterruptedException {
    System.gc();
    Thread.sleep(PAUSE_MILLIS);
  }

  /** In words, so that nothing here holds what is waited for. */
  private static List<String> held(List<? extends Reference<?>> left) {
    return left.stream().map(Reference::get).filter(o -> o != null).map(String::valueOf).toList();
  }
}
