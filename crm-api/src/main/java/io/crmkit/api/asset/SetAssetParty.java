package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says who is what to a unit, from the moment on at which the command occurs.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param party what the customer is to it
 * @param customer who that is; null if nobody is any more
 */
public record SetAssetParty(
    AssetId id, long version, AssetParty party, @Nullable CustomerId customer) {

  public SetAssetParty {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(party, "party");
  }

  public static SetAssetParty of(Asset asset, AssetParty party, CustomerId customer) {
    return new SetAssetParty(asset.id(), asset.version(), party, customer);
  }
}
