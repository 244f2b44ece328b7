package io.crmkit.api.entitlement;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws on what a customer has: first on what ends first.
 *
 * @param customer whose
 * @param asset the unit that it is for: what is for this unit, or for any, is drawn on; null to
 *     draw on what is for any only
 * @param unit in what it is counted
 * @param quantity how much, above zero
 * @param from this entitlement only; null for whatever there is
 * @param purpose what for; null if nothing is to be said
 */
@RecordBuilder
public record ConsumeEntitlement(
    CustomerId customer,
    @Nullable AssetId asset,
    EntitlementUnit unit,
    BigDecimal quantity,
    @Nullable EntitlementId from,
    @Nullable EntityRef purpose)
    implements ConsumeEntitlementBuilder.With {

  public ConsumeEntitlement {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(quantity, "quantity");
  }

  public static ConsumeEntitlement of(CustomerId customer, long quantity, EntitlementUnit unit) {
    return new ConsumeEntitlement(customer, null, unit, BigDecimal.valueOf(quantity), null, null);
  }
}
