package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.value.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Title of a provisional unit has passed: it belongs to the installed base.
 *
 * @param asset the unit
 * @param customer who has it
 * @param product the catalogue's product, or null
 * @param sale the sale it comes from
 */
@EventName("assets.asset-promoted")
public record AssetPromoted(
    AssetId asset, CustomerId customer, @Nullable ProductId product, EntityRef sale)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Assets.ENTITY, asset);
  }
}
