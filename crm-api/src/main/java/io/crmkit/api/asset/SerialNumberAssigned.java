package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit got its serial number, or a corrected one.
 *
 * @param asset the unit
 * @param customer who has it
 * @param before the number before; null if it had none
 * @param serialNumber the number now
 */
@EventName("assets.serial-number-assigned")
public record SerialNumberAssigned(
    AssetId asset, CustomerId customer, @Nullable String before, String serialNumber)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
