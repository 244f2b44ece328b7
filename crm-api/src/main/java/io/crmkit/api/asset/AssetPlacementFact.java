package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.util.Objects;

/**
 * A unit was placed so.
 *
 * @param id this fact
 * @param version 1, and one more for each erasure
 * @param asset the unit
 * @param placement where it was
 * @param holder who had the unit then
 * @param time when that was, and when it was recorded
 */
public record AssetPlacementFact(
    AssetFactId id,
    long version,
    AssetId asset,
    Placement placement,
    CustomerId holder,
    FactTime time)
    implements AssetFact {

  public AssetPlacementFact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(time, "time");
  }
}
