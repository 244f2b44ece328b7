package io.crmkit.api.entitlement;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import java.math.BigDecimal;

/**
 * Something was granted, consumed, released, carried over, or expired.
 *
 * @param entitlement the entitlement
 * @param customer whose it is
 * @param kind what happened
 * @param quantity how much
 * @param left what is left now
 */
@EventName("assets.entitlement-changed")
public record EntitlementChanged(
    EntitlementId entitlement,
    CustomerId customer,
    LedgerEntry.Kind kind,
    BigDecimal quantity,
    BigDecimal left)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Entitlements.ENTITY, entitlement);
  }
}
