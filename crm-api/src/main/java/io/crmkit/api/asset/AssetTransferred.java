package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A unit is another customer's: title to it, or to the whole that it is part of, has passed.
 *
 * @param asset the unit
 * @param from who had it
 * @param to who has it
 * @param cover what became of its warranties
 */
@EventName("assets.asset-transferred")
public record AssetTransferred(AssetId asset, CustomerId from, CustomerId to, CoverOnTransfer cover)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
