package io.crmkit.api.asset;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a fact.
 *
 * @param validFrom since when it was true
 * @param validTo when it ceased to be true, as said together with it; null for until further notice
 * @param recordedAt when we came to know it
 */
public record FactTime(Instant validFrom, @Nullable Instant validTo, Instant recordedAt) {

  public FactTime {
    Objects.requireNonNull(validFrom, "validFrom");
    Objects.requireNonNull(recordedAt, "recordedAt");
  }

  /** Whether it speaks of this moment. */
  public boolean holdsAt(Instant moment) {
    return !moment.isBefore(validFrom) && (validTo == null || moment.isBefore(validTo));
  }
}
