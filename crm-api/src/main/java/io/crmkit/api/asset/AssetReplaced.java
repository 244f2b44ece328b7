package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * Another unit took a unit's place, or that of the whole that it is part of.
 *
 * @param asset the unit that went
 * @param customer who has both
 * @param by the unit that came in its place, or in that of its whole
 * @param exchange why
 */
@EventName("assets.asset-replaced")
public record AssetReplaced(
    AssetId asset, CustomerId customer, AssetId by, ReplaceAsset.Exchange exchange)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
