package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * Something about a unit's past was entered late, or told otherwise than before.
 *
 * @param asset the unit
 * @param customer who has it now
 * @param what which of its facts: {@code status}, {@code placement} or {@code party}
 * @param time since when and until when it was so, and when that came to be known
 */
@EventName("assets.asset-history-corrected")
public record AssetHistoryCorrected(AssetId asset, CustomerId customer, String what, FactTime time)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
