package io.crmkit.api.environment;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose environment it is, and whose record that is: who may see the unit, or the customer, may see
 * the environment. Just one of the two is there.
 *
 * @param ref a unit, a customer, or a site, or what another module keeps
 * @param asset the unit to which it belongs; null if it belongs to a customer
 * @param customer the customer to whom it belongs; null if it belongs to a unit
 */
public record EnvironmentSubject(
    EntityRef ref, @Nullable AssetId asset, @Nullable CustomerId customer) {

  public EnvironmentSubject {
    Objects.requireNonNull(ref, "ref");
    if ((asset == null) == (customer == null)) {
      throw new IllegalArgumentException("belongs to either a unit or a customer");
    }
  }
}
