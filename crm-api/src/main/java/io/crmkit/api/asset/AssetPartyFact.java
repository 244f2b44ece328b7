package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.util.Objects;

/**
 * A customer was this to a unit, or ceased to be it.
 *
 * @param id this fact
 * @param version always 1
 * @param asset the unit
 * @param party what the customer was to it
 * @param customer the customer
 * @param ended whether it says that from then on nobody was this to the unit
 * @param time when that was, and when it was recorded
 */
public record AssetPartyFact(
    AssetFactId id,
    long version,
    AssetId asset,
    AssetParty party,
    CustomerId customer,
    boolean ended,
    FactTime time)
    implements AssetFact {

  public AssetPartyFact {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(time, "time");
  }
}
