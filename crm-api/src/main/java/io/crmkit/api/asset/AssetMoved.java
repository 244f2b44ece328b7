package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A unit, with everything below it, is elsewhere.
 *
 * @param asset the unit
 * @param customer who has it
 * @param before where it was
 * @param placement where it is now
 */
@EventName("assets.asset-moved")
public record AssetMoved(AssetId asset, CustomerId customer, Placement before, Placement placement)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
