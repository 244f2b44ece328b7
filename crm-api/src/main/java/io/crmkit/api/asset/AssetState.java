package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a unit was at a moment, as known at another. Its label is today's: a corrected serial number
 * makes no other unit.
 *
 * @param asset the unit
 * @param label how people name it now
 * @param holder who had it
 * @param status where it was in its life
 * @param placement where it was in the structure; null if nobody knew
 * @param parties who was what to it, as far as the caller may see them
 */
public record AssetState(
    AssetId asset,
    String label,
    CustomerId holder,
    AssetStatus status,
    @Nullable Placement placement,
    Map<AssetParty, CustomerId> parties) {

  public AssetState {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(status, "status");
    parties = java.util.Collections.unmodifiableMap(new TreeMap<>(parties));
  }
}
