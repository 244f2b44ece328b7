package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else is this to a unit.
 *
 * @param asset the unit
 * @param party what
 * @param customer who that is; null if nobody is any more
 */
@EventName("assets.asset-party-changed")
public record AssetPartyChanged(AssetId asset, AssetParty party, @Nullable CustomerId customer)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
