package io.crmkit.assets.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.FactTime;
import io.crmkit.api.entitlement.EntitlementId;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.api.entitlement.LedgerEntryId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What can be drawn late, against somebody who tries it at every moment. */
class LedgerPropertyTest {

  private static final Instant BEGIN = Instant.parse("2024-02-28T00:00:00Z");

  @Property
  void what_can_be_drawn_leaves_at_no_moment_less_than_nothing_and_no_more_can(@ForAll long seed) {
    Random random = new Random(seed);
    List<LedgerEntry> entries = ledger(random);
    Instant at = BEGIN.plusSeconds(random.nextInt(14) - 2);

    BigDecimal drawable = LedgerRules.drawable(entries, at);

    assertThat(drawable.signum()).isNotNegative();
    assertThat(least(entries, at, drawable)).isNotNegative();
    assertThat(least(entries, at, drawable.add(BigDecimal.ONE))).isNegative();
  }

  /** Entries of which no prefix in the order of time comes to less than nothing. */
  private static List<LedgerEntry> ledger(Random random) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      LedgerEntry.Kind kind =
          random.nextBoolean() ? LedgerEntry.Kind.GRANTED : LedgerEntry.Kind.CONSUMED;
      LedgerEntry entry = entry(random, kind, 1 + random.nextInt(5));
      entries.add(entry);
      if (least(entries, BEGIN.minusSeconds(9), BigDecimal.ZERO) < 0) {
        entries.remove(entry);
      }
    }
    return entries;
  }

  private static LedgerEntry entry(Random random, LedgerEntry.Kind kind, int quantity) {
    Instant when = BEGIN.plusSeconds(random.nextInt(10));
    return new LedgerEntry(
        new LedgerEntryId(new UUID(random.nextLong(), random.nextLong())),
        1,
        new EntitlementId(new UUID(0, 1)),
        kind,
        BigDecimal.valueOf(quantity),
        null,
        null,
        new FactTime(when, null, BEGIN.plusSeconds(100)));
  }

  /** The least that is left at any moment from then on if so much more were drawn at it. */
  private static int least(List<LedgerEntry> entries, Instant at, BigDecimal drawn) {
    int least = Integer.MAX_VALUE;
    for (int second = -9; second < 20; second++) {
      Instant moment = BEGIN.plusSeconds(second);
      if (moment.isBefore(at)) {
        continue;
      }
      BigDecimal left = drawn.negate();
      for (LedgerEntry entry : entries) {
        if (!entry.time().validFrom().isAfter(moment)) {
          left = left.add(entry.signed());
        }
      }
      least = Math.min(least, left.intValue());
    }
    return least;
  }
}
