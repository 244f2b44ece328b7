package io.crmkit.api.asset;

import java.util.Objects;

/**
 * A unit was placed so.
 *
 * @param id this fact
 * @param version 1, and one more for each erasure
 * @param asset the unit
 * @param placement where it was
 * @param time when that was, and when it was recorded
 */
public record AssetPlacementFact(
    AssetFactId id, long version, AssetId asset, Placement placement, FactTime time)
    implements AssetFact {

  public AssetPlacementFact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(time, "time");
  }
}
