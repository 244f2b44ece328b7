package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit came into the installed base that was not known before.
 *
 * @param asset the unit
 * @param customer who has it
 * @param product the catalogue's product, or null
 * @param serialNumber its serial number, if known
 * @param supply how it came to the customer
 */
@EventName("assets.asset-registered")
public record AssetRegistered(
    AssetId asset,
    CustomerId customer,
    @Nullable ProductId product,
    @Nullable String serialNumber,
    Supply supply)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
