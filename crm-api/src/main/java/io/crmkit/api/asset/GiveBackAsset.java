package io.crmkit.api.asset;

import java.util.Objects;

/**
 * A unit on loan goes back to whom it belongs, and is put into store there.
 *
 * @param id the unit
 * @param version as the caller read it
 */
public record GiveBackAsset(AssetId id, long version) {

  public GiveBackAsset {
    Objects.requireNonNull(id, "id");
  }

  public static GiveBackAsset of(Asset asset) {
    return new GiveBackAsset(asset.id(), asset.version());
  }
}
