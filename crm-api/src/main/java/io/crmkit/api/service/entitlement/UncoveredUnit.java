package io.crmkit.api.service.entitlement;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import java.util.Objects;

/**
 * A unit that nothing covers.
 *
 * @param asset the unit
 * @param customer who has it
 * @param label how people name it
 */
public record UncoveredUnit(AssetId asset, CustomerId customer, String label) {

  public UncoveredUnit {
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(label, "label");
  }
}
