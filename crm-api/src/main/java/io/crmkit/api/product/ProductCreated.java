package io.crmkit.api.product;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * A product came into the catalogue.
 *
 * @param product the product
 * @param sku the number we keep it under
 */
@EventName("assets.product-created")
public record ProductCreated(ProductId product, String sku) implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Products.ENTITY, product);
  }
}
