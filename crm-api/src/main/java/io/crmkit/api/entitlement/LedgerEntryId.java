package io.crmkit.api.entitlement;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of an entry of an entitlement's ledger. */
public record LedgerEntryId(UUID value) implements EntityId {

  public LedgerEntryId {
    Objects.requireNonNull(value, "value");
  }
}
