package io.crmkit.api.entitlement;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;

/** By what entitlements can be searched and sorted. */
public final class EntitlementAttributes {

  public static final Attribute<Entitlement, EntitlementId> ID =
      Attribute.of(Entitlement.class, "id", EntitlementId.class);
  public static final Attribute<Entitlement, CustomerId> CUSTOMER =
      Attribute.of(Entitlement.class, "customer", CustomerId.class);
  public static final Attribute<Entitlement, AssetId> ASSET =
      Attribute.of(Entitlement.class, "asset", AssetId.class);
  public static final Attribute<Entitlement, EntitlementUnit> UNIT =
      Attribute.of(Entitlement.class, "unit", EntitlementUnit.class);
  public static final Attribute<Entitlement, LocalDate> FROM =
      Attribute.of(Entitlement.class, "period.from", LocalDate.class);

  /** The day after the last. */
  public static final Attribute<Entitlement, LocalDate> TO =
      Attribute.of(Entitlement.class, "period.to", LocalDate.class);

  public static final Attribute<LedgerEntry, EntitlementId> ENTRY_ENTITLEMENT =
      Attribute.of(LedgerEntry.class, "entitlement", EntitlementId.class);
  public static final Attribute<LedgerEntry, LedgerEntryId> ENTRY_ABOUT =
      Attribute.of(LedgerEntry.class, "about", LedgerEntryId.class);

  /** When it happened. */
  public static final Attribute<LedgerEntry, Instant> ENTRY_AT =
      Attribute.of(LedgerEntry.class, "time.validFrom", Instant.class);

  private EntitlementAttributes() {}
}
