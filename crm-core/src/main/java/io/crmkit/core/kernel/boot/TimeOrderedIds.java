package io.crmkit.core.kernel.boot;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Time-ordered UUIDs, version 7 (RFC 9562, section 5.7 with the counter of section 6.2, method 1):
 * 48 bits of milliseconds, a 12-bit counter within the millisecond, 62 random bits. Ids of one
 * generator never run backwards, even if the clock does. Safe for many threads.
 */
final class TimeOrderedIds implements Supplier<UUID> {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  private static final class Randomness {
    static final ThreadSafeRandom SOURCE = new ThreadSafeRandom();
  }

  /** A secure seed spread by a fast generator: ids need to be unique, not secret. */
  private static final class ThreadSafeRandom {
    private final AtomicLong state = new AtomicLong(new SecureRandom().nextLong());

    /** SplitMix64 (Steele, Lea and Flood, 2014). */
    long next() {
      long z = state.addAndGet(0x9E37_79B9_7F4A_7C15L);
      z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
      return z ^ (z >>> 31);
    }
  }

  TimeOrderedIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public UUID get() {
    long now = clock.millis() << COUNTER_BITS;
    long tick = last.updateAndGet(before -> Math.max(before + 1, now));
    long millis = tick >>> COUNTER_BITS;
    long high = (millis << 16) | VERSION | (tick & COUNTER_MASK);
    long low = VARIANT | (Randomness.SOURCE.next() & RANDOM_MASK);
    return new UUID(high, low);
  }
}
