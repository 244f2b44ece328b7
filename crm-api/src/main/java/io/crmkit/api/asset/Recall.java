package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is called back: where it is now, and who ever had it.
 *
 * @param asset the unit as it is now
 * @param holders everybody who had it, as known now, in the order of time, as far as the caller may
 *     see them
 */
public record Recall(Asset asset, List<Holder> holders) {

  /**
   * Somebody who had the unit.
   *
   * @param customer who
   * @param from since when
   * @param to until when; null if the customer has it still
   */
  public record Holder(CustomerId customer, Instant from, @Nullable Instant to) {

    public Holder {
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(from, "from");
    }
  }

  public Recall {
    Objects.requireNonNull(asset, "asset");
    holders = List.copyOf(holders);
  }
}
