package io.crmkit.api.entitlement;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Grants something to draw on.
 *
 * @param customer whose it shall be
 * @param asset the unit that it is for; null for any of the customer's
 * @param source what it comes from; null if granted by hand
 * @param name how people name it
 * @param unit in what it is counted
 * @param quantity how much, above zero
 * @param period the days on which it can be drawn on
 * @param carryOver what becomes of what is left at the end
 * @param carryAtMost of what is left, so much goes over at most; null for all of it
 */
@RecordBuilder
public record GrantEntitlement(
    CustomerId customer,
    @Nullable AssetId asset,
    @Nullable EntityRef source,
    String name,
    EntitlementUnit unit,
    BigDecimal quantity,
    Entitlement.Period period,
    CarryOver carryOver,
    @Nullable BigDecimal carryAtMost)
    implements GrantEntitlementBuilder.With {

  public GrantEntitlement {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(carryOver, "carryOver");
  }

  /** For any unit of the customer's, with nothing carried over. */
  public static GrantEntitlement of(
      CustomerId customer, long quantity, EntitlementUnit unit, Entitlement.Period period) {
    return new GrantEntitlement(
        customer,
        null,
        null,
        unit.label().en(),
        unit,
        BigDecimal.valueOf(quantity),
        period,
        CarryOver.NONE,
        null);
  }
}
