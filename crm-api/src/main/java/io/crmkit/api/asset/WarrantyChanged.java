package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * The days that a warranty covers are others: it began, was extended, corrected or closed, or its
 * unit was in repair.
 *
 * @param asset the unit
 * @param customer who has it
 * @param warranty the warranty
 * @param kind its kind
 * @param cover the days it covers now
 */
@EventName("assets.warranty-changed")
public record WarrantyChanged(
    AssetId asset, CustomerId customer, WarrantyId warranty, String kind, WarrantyCover cover)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
