package io.crmkit.api.entitlement;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives back something that was consumed: a visit that was not needed, a seat that is free again.
 *
 * @param entry the ledger's entry of the consumption
 * @param quantity how much of it; null for all that is not released yet
 */
public record ReleaseEntitlement(LedgerEntryId entry, @Nullable BigDecimal quantity) {

  public ReleaseEntitlement {
    Objects.requireNonNull(entry, "entry");
  }
}
