package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * A unit is promised: it is provisional until title passes.
 *
 * @param asset the unit
 * @param customer who is to have it
 * @param product the catalogue's product, or null
 * @param sale the sale that promises it
 */
@EventName("assets.asset-provisioned")
public record AssetProvisioned(
    AssetId asset, CustomerId customer, @Nullable ProductId product, EntityRef sale)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
