package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A provisional unit is given up, since the sale, or its part of it, came to nothing.
 *
 * @param asset the unit
 * @param customer who was to have it
 * @param sale the sale that had promised it
 */
@EventName("assets.asset-dissolved")
public record AssetDissolved(AssetId asset, CustomerId customer, EntityRef sale)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
