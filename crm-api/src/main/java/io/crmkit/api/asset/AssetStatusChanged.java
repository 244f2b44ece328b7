package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A unit took a step in its life.
 *
 * @param asset the unit
 * @param customer who has it
 * @param before its status before
 * @param status its status now
 * @param step what happened
 */
@EventName("assets.asset-status-changed")
public record AssetStatusChanged(
    AssetId asset, CustomerId customer, AssetStatus before, AssetStatus status, AssetStep step)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
