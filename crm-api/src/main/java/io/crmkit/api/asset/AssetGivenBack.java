package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A unit on loan went back.
 *
 * @param asset the unit
 * @param lender whose it is, and who has it again
 * @param borrower who used it
 */
@EventName("assets.asset-given-back")
public record AssetGivenBack(AssetId asset, CustomerId lender, CustomerId borrower)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
