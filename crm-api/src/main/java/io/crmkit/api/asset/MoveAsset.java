package io.crmkit.api.asset;

import java.util.Objects;

/**
 * Puts a unit, with everything below it, somewhere else at the same customer.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param to where it shall be
 */
public record MoveAsset(AssetId id, long version, Placement to) {

  public MoveAsset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
  }

  public static MoveAsset of(Asset asset, Placement to) {
    return new MoveAsset(asset.id(), asset.version(), to);
  }
}
