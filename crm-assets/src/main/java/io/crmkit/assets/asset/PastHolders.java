package io.crmkit.assets.asset;

import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStatusFact;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who had a unit during a time that is told of late. Pure. */
public final class PastHolders {

  private PastHolders() {}

  /**
   * The one customer who had the unit all that time, as far as anything was known of it.
   *
   * @return empty if nothing was known of it all that time
   * @throws Refused if it went from one customer to another meanwhile: each has its own history
   */
  public static Optional<CustomerId> theOne(AssetHistory history, FactTime time) {
    Set<CustomerId> holders = new HashSet<>();
    for (Instant moment : moments(history, time)) {
      history.holder(moment, time.recordedAt()).ifPresent(holders::add);
    }
    if (holders.size() > 1) {
      throw Refused.because(Reason.of(AssetReason.HELD_BY_ANOTHER_THEN));
    }
    return holders.stream().findFirst();
  }

  /**
   * @throws Refused if at some moment of that time nobody knew which status the unit had
   */
  public static void requireKnown(AssetHistory history, FactTime time) {
    for (Instant moment : moments(history, time)) {
      if (history.status(moment, time.recordedAt()).isEmpty()) {
        throw Refused.because(Reason.of(AssetReason.UNKNOWN_THEN));
      }
    }
  }

  /** Until when, at last, each customer had the unit that had it and has it no longer. */
  static Map<CustomerId, Instant> until(AssetHistory history, Instant now) {
    Map<CustomerId, Instant> until = new HashMap<>();
    @Nullable CustomerId had = null;
    for (Instant moment : moments(history, new FactTime(Instant.MIN, null, now))) {
      CustomerId has = history.holder(moment, now).orElse(null);
      if (had != null && !had.equals(has)) {
        until.put(had, moment);
      }
      had = has;
    }
    if (had != null) {
      until.remove(had);
    }
    return until;
  }

  /** The moments of that time, up to now, from which on something may have been different. */
  private static Set<Instant> moments(AssetHistory history, FactTime time) {
    Set<Instant> moments = new TreeSet<>();
    moments.add(time.validFrom());
    for (AssetStatusFact fact : history.statuses()) {
      moments.add(fact.time().validFrom());
      Instant to = fact.time().validTo();
      if (to != null) {
        moments.add(to);
      }
    }
    moments.removeIf(moment -> !time.holdsAt(moment) || moment.isAfter(time.recordedAt()));
    return moments;
  }
}
