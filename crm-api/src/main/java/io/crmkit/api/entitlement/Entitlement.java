package io.crmkit.api.entitlement;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a customer may draw on something: hours of service, visits, incidents, seats, terms. A
 * snapshot, immutable.
 *
 * @param id the entitlement
 * @param version rises with every change
 * @param customer whose it is
 * @param asset the unit that it is for; null for any of the customer's
 * @param source what it comes from, such as a contract or an order; null if granted by hand
 * @param name how people name it
 * @param unit in what it is counted
 * @param period the days on which it can be drawn on
 * @param carryOver what becomes of what is left at the end
 * @param carryAtMost of what is left, so much goes over at most; null for all of it
 * @param balance what came in and went out
 */
@RecordBuilder
public record Entitlement(
    EntitlementId id,
    long version,
    CustomerId customer,
    @Nullable AssetId asset,
    @Nullable EntityRef source,
    String name,
    EntitlementUnit unit,
    Period period,
    CarryOver carryOver,
    @Nullable BigDecimal carryAtMost,
    Balance balance)
    implements EntitlementBuilder.With {

  /**
   * Days, in the tenant's zone.
   *
   * @param from the first day
   * @param to the day after the last; null for no end
   */
  public record Period(LocalDate from, @Nullable LocalDate to) {

    public Period {
      Objects.requireNonNull(from, "from");
    }

    /** Whether this day belongs to it. */
    public boolean includes(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  public Entitlement {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(carryOver, "carryOver");
    Objects.requireNonNull(balance, "balance");
  }
}
