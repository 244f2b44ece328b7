package io.crmkit.api.product;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * The catalogue now says something else of a product.
 *
 * @param product the product
 * @param sku the number we keep it under
 * @param fromRevision its revision before
 * @param revision its revision now; the same if only price, numbers or status changed
 * @param status whether it can be sold now
 */
@EventName("assets.product-changed")
public record ProductChanged(
    ProductId product, String sku, int fromRevision, int revision, ProductStatus status)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Products.ENTITY, product);
  }
}
