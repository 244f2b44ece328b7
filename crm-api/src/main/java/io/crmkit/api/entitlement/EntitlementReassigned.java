package io.crmkit.api.entitlement;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;

/**
 * An entitlement is another customer's: two records turned out to be one customer, or that was
 * undone.
 *
 * @param entitlement the entitlement, with its whole ledger
 * @param from whose it was
 * @param to whose it is
 */
@EventName("assets.entitlement-reassigned")
public record EntitlementReassigned(EntitlementId entitlement, CustomerId from, CustomerId to)
    implements CrmEvent {

  @Override
  public EntityRef subject() {
    return EntityRef.of(Entitlements.ENTITY, entitlement);
  }
}
