package io.crmkit.benchmarks.workloads;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Time-ordered ids as CrmKit makes them, so that no leg's indexes are kinder than another's. */
final class Ids implements Supplier<UUID> {

  private final AtomicLong last = new AtomicLong();

  @Override
  public UUID get() {
    long now = System.currentTimeMillis() << 12;
    long tick = last.updateAndGet(before -> Math.max(before + 1, now));
    long high = ((tick >>> 12) << 16) | 0x7000L | (tick & 0xFFF);
    long low = ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL;
    return new UUID(high, low | 0x8000_0000_0000_0000L);
  }
}
