package io.crmkit.api.asset;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a customer had a unit.
 *
 * @param asset the unit
 * @param label how people name it now
 * @param party whether the customer owned or used it
 * @param from since when
 * @param to until when; null if the customer has it still
 */
public record Custody(
    AssetId asset, String label, AssetParty party, Instant from, @Nullable Instant to) {

  public Custody {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(from, "from");
  }
}
