package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit was lent.
 *
 * @param asset the unit
 * @param lender whose it is
 * @param borrower who uses it
 * @param inPlaceOf the borrower's unit that it stands in for; null if for none
 */
@EventName("assets.asset-lent")
public record AssetLent(
    AssetId asset, CustomerId lender, CustomerId borrower, @Nullable AssetId inPlaceOf)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
