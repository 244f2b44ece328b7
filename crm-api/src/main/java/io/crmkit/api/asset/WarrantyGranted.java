package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A unit got a warranty.
 *
 * @param asset the unit
 * @param customer who has it
 * @param warranty the warranty
 * @param kind its kind
 * @param cover the days it covers
 */
@EventName("assets.warranty-granted")
public record WarrantyGranted(
    AssetId asset, CustomerId customer, WarrantyId warranty, String kind, WarrantyCover cover)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
