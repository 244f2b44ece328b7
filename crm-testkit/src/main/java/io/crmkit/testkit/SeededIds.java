package io.crmkit.testkit;

import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Ids that grow and are the same for the same seed: the look-alike tenant gets the very ids of the
 * tenant proper. Safe for many threads.
 */
public final class SeededIds implements Supplier<UUID> {

  /** 2026-01-05T08:00:00Z in milliseconds, as the time part of a version 7 UUID. */
  private static final long START_MILLIS = 1_767_600_000_000L;

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long LOW_62_BITS = 0x3fff_ffff_ffff_ffffL;

  private Random random = new Random(0);
  private long count;

  /** Begins anew. */
  public synchronized void reset(long seed) {
    random = new Random(seed);
    count = 0;
  }

  @Override
  public synchronized UUID get() {
    long time = START_MILLIS + count++;
    long high = (time << 16) | VERSION_7 | random.nextInt(0x1000);
    return new UUID(high, VARIANT | (random.nextLong() & LOW_62_BITS));
  }
}
